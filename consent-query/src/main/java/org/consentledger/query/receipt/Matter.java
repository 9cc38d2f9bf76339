package org.consentledger.query.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.catalogue.PurposeInForce;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of the thing that an event is about.
 *
 * @param notice the one the event names, or else the one in force at its world time that names the purpose; null if the event
 *     is about no purpose, or no such notice is known
 * @param purposes those of the notice that the event is about
 * @param purpose the purpose that the event names; null if it names none
 */
record Matter(
        @Nullable Notice notice,
        List<Purpose> purposes,
        @Nullable String purpose) {

    private static final Matter NONE = new Matter(null, List.of(), null);

    static Matter of(LedgerEvent event, Catalogue known) {
        return switch (event) {
            case ConsentGiven e -> named(e.purpose(), e.notice(), e.noticeVersion(), known);
            case ConsentRefused e -> named(e.purpose(), e.notice(), e.noticeVersion(), known);
            case ConsentRevoked e -> inForce(e.purpose(), e.revokedAt(), known);
            case ConsentExpired e -> inForce(e.purpose(), e.expiredAt(), known);
            case ProcessingObjected e -> inForce(e.purpose(), e.objectedAt(), known);
            case ObjectionWithdrawn e -> inForce(e.purpose(), e.withdrawnAt(), known);
            case TransferEvent e -> of(e, known);
            case NoticePublished e -> new Matter(e.notice(), e.notice().purposes(), null);
            default -> NONE;
        };
    }

    private static Matter of(TransferEvent event, Catalogue known) {
        var ground = event.ground();
        var purpose = event.transfer().purpose();
        return ground == null
                ? inForce(purpose, event.transfer().occurredAt(), known)
                : named(purpose, ground.notice(), ground.noticeVersion(), known);
    }

    private static Matter named(String purpose, String notice, String version, Catalogue known) {
        var found = known.notice(notice, version);
        return new Matter(
                found.orElse(null),
                found.flatMap(names -> names.purpose(purpose)).stream().toList(),
                purpose);
    }

    private static Matter inForce(String purpose, Instant at, Catalogue known) {
        Optional<PurposeInForce> found = known.purposeInForce(purpose, at);
        return new Matter(
                found.map(PurposeInForce::notice).orElse(null),
                found.stream().map(PurposeInForce::purpose).toList(),
                purpose);
    }
}
