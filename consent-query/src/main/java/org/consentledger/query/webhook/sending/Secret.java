package org.consentledger.query.webhook.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver and this ledger alone know: a key of HMAC-SHA-256, as Standard Webhooks writes it. */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key.clone();
    }

    /** A new one, of 32 random bytes. */
    public static Secret random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /** One that was kept. */
    public static Secret of(byte[] key) {
        return new Secret(key);
    }

    /** To be kept, encrypted. */
    public byte[] bytes() {
        return key.clone();
    }

    /** As a receiver is told it: {@code whsec_} and the key in Base64. */
    public String told() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** A signature of scheme {@code v1}: of the message's id, the moment of sending and the body, with points between. */
    String signature(String id, long epochSecond, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + epochSecond + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
