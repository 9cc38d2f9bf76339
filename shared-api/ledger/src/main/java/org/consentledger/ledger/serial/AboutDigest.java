package org.consentledger.ledger.serial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.consentledger.LedgerEvent;

/** Tells whether two events of one stream are about the same thing: SHA-256 over what they are about, as JSON. */
public final class AboutDigest {

    private AboutDigest() {}

    public static byte[] of(LedgerEvent event) {
        var about = event.about();
        var digest = sha256();
        digest.update(about.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(LedgerJson.mapper().writeValueAsBytes(about));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
