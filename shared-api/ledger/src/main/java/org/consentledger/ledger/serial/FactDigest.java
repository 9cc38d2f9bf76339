package org.consentledger.ledger.serial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.consentledger.LedgerEvent;

/** Tells whether two events of one stream say the same thing: SHA-256 over the type and the stored form of the fact. */
public final class FactDigest {

    private FactDigest() {}

    public static byte[] of(LedgerEvent event) {
        var fact = event.fact();
        var digest = sha256();
        digest.update(fact.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(LedgerJson.mapper().writeValueAsBytes(fact));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
