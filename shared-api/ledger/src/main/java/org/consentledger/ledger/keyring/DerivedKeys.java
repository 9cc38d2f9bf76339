package org.consentledger.ledger.keyring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keys for what a service has to keep to itself besides the ledger, the same on every node: derived from the subject key
 * by HKDF with SHA-256 (RFC 5869). From one of them nobody finds the subject key, nor another.
 */
public final class DerivedKeys {

    /** Length of a derived key in bytes: that of AES-256. */
    public static final int BYTES = 32;

    private final byte[] subjectKey;

    DerivedKeys(byte[] subjectKey) {
        this.subjectKey = subjectKey.clone();
    }

    /**
     * An AES-256 key.
     *
     * @param use what it is for; another one gives another key
     */
    public SecretKey of(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(subjectKey)
                                    .thenExpand(use.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF", e);
        }
    }
}
