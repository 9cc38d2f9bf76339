package org.consentledger.ledger.keyring;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The platform's HMAC-SHA-256 (RFC 2104) under one key. */
final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of the parts one after the other; 32 bytes. */
    byte[] of(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
