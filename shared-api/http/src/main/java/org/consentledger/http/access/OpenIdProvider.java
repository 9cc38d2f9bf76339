package org.consentledger.http.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An issuer's public keys, where its discovery document says (OpenID Connect Discovery, section 4). Asked when the first
 * token comes: a service starts without its issuer.
 */
record OpenIdProvider(String issuer) implements JWKSetSource<SecurityContext> {

    private static final int ANSWERED_WITHIN_MS = 2_000;
    private static final int ANSWER_BYTES_MAX = 256 * 1024;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException, JWKSetParseException {
        try {
            return JWKSet.parse(get(keys(get(issuer.replaceFirst("/$", "") + DISCOVERY))));
        } catch (IOException | URISyntaxException | JacksonException e) {
            throw new JWKSetUnavailableException("the issuer's keys cannot be fetched", e);
        } catch (ParseException e) {
            throw new JWKSetParseException("what the issuer has as keys is none", e);
        }
    }

    /** Whoever describes another issuer is not ours (OpenID Connect Discovery, section 4.3). */
    private String keys(String description) throws IOException {
        var provider = JsonMapper.shared().readTree(description);
        if (!provider.path("issuer").asString("").equals(issuer)) {
            throw new IOException("the discovery document is that of another issuer");
        }
        return provider.path("jwks_uri").asString("");
    }

    private static String get(String address) throws IOException, URISyntaxException {
        return new DefaultResourceRetriever(ANSWERED_WITHIN_MS, ANSWERED_WITHIN_MS, ANSWER_BYTES_MAX)
                .retrieveResource(new URI(address).toURL())
                .getContent();
    }

    @Override
    public void close() {
        // each request has a connection of its own
    }
}
