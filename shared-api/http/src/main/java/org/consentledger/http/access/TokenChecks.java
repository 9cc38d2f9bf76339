package org.consentledger.http.access;

import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What makes a token good (RFC 9068, section 4; RFC 8725). */
final class TokenChecks {

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_WAITED_FOR = Duration.ofSeconds(5);

    /** However many tokens name a key that nobody knows, the keys are looked for this seldom. */
    private static final Duration KEYS_LOOKED_FOR_EVERY = Duration.ofSeconds(5);

    /** Signatures of asymmetric keys and nothing else: with a public key nobody can write a token (RFC 8725, section 3.1). */
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

    private TokenChecks() {}

    static JwtDecoder of(AccessProperties access) {
        return new VerifiedTokens(decoder(
                access.jwkSetFile().isBlank()
                        ? new OpenIdProvider(access.issuer())
                        : JwkSetFile.at(access.jwkSetFile()),
                access));
    }

    private static JwtDecoder decoder(JWKSetSource<SecurityContext> source, AccessProperties access) {
        var keys = JWKSourceBuilder.create(source)
                .cache(KEYS_KEPT.toMillis(), KEYS_WAITED_FOR.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEYS_LOOKED_FOR_EVERY.toMillis())
                .outageTolerantForever()
                .build();
        var decoder = NimbusJwtDecoder.withJwkSource(new PatientKeys(keys))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                // claims() looks at the type
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        decoder.setJwtValidator(claims(access));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> claims(AccessProperties access) {
        var time = new JwtTimestampValidator(SKEW);
        time.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("at+jwt", "application/at+jwt", "JWT");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                ClaimError.named(TokenRejection.WRONG_TYPE, type),
                ClaimError.named(TokenRejection.WRONG_ISSUER, new JwtIssuerValidator(access.issuer())),
                ClaimError.named(TokenRejection.WRONG_AUDIENCE, new JwtAudienceValidator(access.audience())),
                ClaimError.named(TokenChecks::untimely, time));
    }

    private static TokenRejection untimely(Jwt token) {
        var expiry = token.getExpiresAt();
        if (expiry == null) {
            return TokenRejection.MALFORMED;
        }
        return Instant.now().isAfter(expiry) ? TokenRejection.EXPIRED : TokenRejection.NOT_YET_VALID;
    }
}
