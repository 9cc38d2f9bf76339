package org.consentledger.ledger.keyring;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tink's AES-256-GCM with random 96-bit nonces (NIST SP 800-38D): nonce, ciphertext and tag one after the other.
 *
 * <p>Nonces are drawn here, from one generator for all threads. Tink has one for each thread, and a thread here lives for one
 * request: to set up a generator took a quarter of a command's time.
 */
final class AesGcm implements Aead {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom NONCES = new SecureRandom();
    private static final AesGcmParameters PARAMETERS = parameters();

    private final byte[] key;

    private AesGcm(byte[] key) {
        this.key = key.clone();
    }

    /** @throws IllegalArgumentException if the key has not {@value #KEY_BYTES} bytes */
    static Aead of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key needs " + KEY_BYTES + " bytes");
        }
        return new AesGcm(key);
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        var nonce = new byte[NONCE_BYTES];
        NONCES.nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(associated);
        var sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        return sealed;
    }

    @Override
    @AccessesPartialKey
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        return AesGcmJce.create(AesGcmKey.builder()
                        .setParameters(PARAMETERS)
                        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                        .build())
                .decrypt(sealed, associated);
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(NONCE_BYTES)
                    .setTagSizeBytes(TAG_BYTES)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }
}
