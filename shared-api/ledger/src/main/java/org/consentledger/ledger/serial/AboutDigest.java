package org.consentledger.ledger.serial;

import java.nio.charset.StandardCharsets;
import org.consentledger.LedgerEvent;
import org.consentledger.log.digest.Sha256;

/** Tells whether two events of one stream are about the same thing: SHA-256 over what they are about, as JSON. */
public final class AboutDigest {

    private AboutDigest() {}

    public static byte[] of(LedgerEvent event) {
        return of(event.about(), LedgerJson.mapper().writeValueAsBytes(event.about()));
    }

    /**
     * The same, for an event whose JSON is at hand: most events are about themselves.
     *
     * @param json the event as it is stored
     */
    public static byte[] of(LedgerEvent event, String json) {
        return event.about().equals(event) ? of(event, json.getBytes(StandardCharsets.UTF_8)) : of(event);
    }

    private static byte[] of(Object about, byte[] json) {
        return Sha256.of((about.getClass().getSimpleName() + "\0").getBytes(StandardCharsets.UTF_8), json);
    }
}
