package org.consentledger.standalone.provider;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consentledger.standalone.token.Issuer;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Gives access tokens the form of RFC 9068, as those in files have it. */
final class AccessTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext token) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            Objects.requireNonNull(token.getJwsHeader()).type("at+jwt").algorithm(SignatureAlgorithm.ES256);
            token.getClaims()
                    .id(UUID.randomUUID().toString())
                    .audience(List.of(Issuer.AUDIENCE))
                    .claim("client_id", token.getRegisteredClient().getClientId())
                    .claim("scope", String.join(" ", token.getAuthorizedScopes()));
        }
    }
}
