package org.consentledger.http.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;

/** An issuer's public keys in a file (RFC 7517, section 5), read again from time to time: keys are changed while it runs. */
record JwkSetFile(Path path) implements JWKSetSource<SecurityContext> {

    /** @throws SettingException if tokens cannot be checked with it */
    static JwkSetFile at(String path) {
        var file = new JwkSetFile(Path.of(path));
        try {
            var keys = JWKSet.load(file.path.toFile()).getKeys();
            if (keys.isEmpty() || keys.stream().anyMatch(JwkSetFile::isSecret)) {
                throw new SettingException(
                        "LEDGER_JWK_SET_FILE must hold the issuer's public keys, and no secret ones.");
            }
            return file;
        } catch (IOException | ParseException e) {
            throw new SettingException(
                    "LEDGER_JWK_SET_FILE cannot be read as a JWK set (RFC 7517): it must be a file of the issuer's public"
                            + " keys.",
                    e);
        }
    }

    /** Whoever has a symmetric key could write tokens as well as check them. */
    private static boolean isSecret(JWK key) {
        return key.isPrivate() || key.getKeyType().equals(KeyType.OCT);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException, JWKSetParseException {
        try {
            return JWKSet.load(path.toFile());
        } catch (IOException e) {
            throw new JWKSetUnavailableException("the JWK set file cannot be read", e);
        } catch (ParseException e) {
            throw new JWKSetParseException("the JWK set file holds none", e);
        }
    }

    @Override
    public void close() {
        // it is open only while it is read
    }
}
