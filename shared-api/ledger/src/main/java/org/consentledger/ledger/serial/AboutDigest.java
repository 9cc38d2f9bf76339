package org.consentledger.ledger.serial;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.consentledger.LedgerEvent;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.log.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two events of one stream are about the same thing: a digest of what they are about, as JSON. Where that is
 * personal it is keyed with the subject's key, or a guess at it could be confirmed when they are erased; where it is not, it
 * stays the same when the key is gone.
 */
public final class AboutDigest {

    private AboutDigest() {}

    /**
     * Of one event; 32 bytes.
     *
     * @param key of the event's subject; null if the subject is erased, and for events that are not about one
     */
    public static byte[] of(LedgerEvent event, @Nullable SubjectKey key) {
        return of(event, EventForm.of(event), key);
    }

    /** The same, for an event whose form is at hand: most events are about themselves. */
    public static byte[] of(LedgerEvent event, EventForm form, @Nullable SubjectKey key) {
        var about = event.about();
        var kind = about.getClass().getSimpleName();
        var what = about.equals(event) ? form.whole() : LedgerJson.mapper().writeValueAsBytes(about);
        return key == null || !isPersonal(event, form)
                ? Sha256.of((kind + "\0").getBytes(UTF_8), what)
                : key.digest("about " + kind, what);
    }

    private static boolean isPersonal(LedgerEvent event, EventForm form) {
        return form.isPersonal() && !event.withoutPersonalData().about().equals(event.about());
    }
}
