package org.consentledger.http.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that are looked for now and then: one that was looked for a moment ago and not found is not there. */
final class PatientKeys implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> keys;
    private volatile boolean hasAny;

    PatientKeys(JWKSource<SecurityContext> keys) {
        this.keys = keys;
    }

    /** @throws KeySourceException if there were never any: then nobody's token can be judged */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            var found = keys.get(selector, context);
            hasAny = true;
            return found;
        } catch (RateLimitReachedException e) {
            if (hasAny) {
                return List.of();
            }
            throw e;
        }
    }
}
