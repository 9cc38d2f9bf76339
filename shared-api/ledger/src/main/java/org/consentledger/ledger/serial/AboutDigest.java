package org.consentledger.ledger.serial;

import java.nio.charset.StandardCharsets;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.digest.Sha256;

/** Tells whether two events of one stream are about the same thing: SHA-256 over what they are about, as JSON. */
public final class AboutDigest {

    private AboutDigest() {}

    public static byte[] of(LedgerEvent event) {
        var about = event.about();
        var type = about.getClass().getSimpleName() + "\0";
        return Sha256.of(
                type.getBytes(StandardCharsets.UTF_8), LedgerJson.mapper().writeValueAsBytes(about));
    }
}
