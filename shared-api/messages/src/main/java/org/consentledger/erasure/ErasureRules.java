package org.consentledger.erasure;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.Outcome;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.WorldTime;
import org.jspecify.annotations.Nullable;

/** When a person is forgotten, what makes that wait, and how somebody who was forgotten begins anew. */
public final class ErasureRules {

    private ErasureRules() {}

    /**
     * Without delay (GDPR Art. 17(1)), unless the data must be kept for legal claims (Art. 17(3)(e)): then the request is
     * kept, and carried out when no hold is in force any more. Asked again, it is still the first request, though it may be
     * held longer by now. Who is erased already stays erased since then.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ErasureEvent> decide(EraseSubject command, Erasure erasure, Instant now) {
        var ahead = WorldTime.ahead(command.erasedAt(), now, "/erasedAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        if (erasure.erased() != null) {
            return Outcome.accepted(erasure.erased());
        }
        var heldUntil = erasure.heldUntil(now);
        if (heldUntil.isEmpty()) {
            return Outcome.accepted(new SubjectErased(command.subjectId(), command.erasedAt()));
        }
        var requestedAt = erasure.requested() == null
                ? command.erasedAt()
                : erasure.requested().requestedAt();
        return Outcome.accepted(new ErasureRequested(command.subjectId(), requestedAt, heldUntil.get()));
    }

    /**
     * A request that waited takes effect when it is carried out, as the data were there to be read until then.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ErasureEvent> decide(CarryOutErasure command, Erasure erasure, Instant now) {
        return erasure.requested() == null || erasure.heldUntil(now).isPresent()
                ? Outcome.accepted(List.of())
                : Outcome.accepted(new SubjectErased(command.subjectId(), now));
    }

    /**
     * A hold has an end, so that none is forgotten. Of somebody erased there is nothing left to hold.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ErasureEvent> decide(PlaceLegalHold command, Erasure erasure, Instant now) {
        var ahead = WorldTime.ahead(command.placedAt(), now, "/placedAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        if (!command.heldUntil().isAfter(command.placedAt())) {
            return Outcome.rejected(
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/heldUntil",
                    "the hold ends at or before the moment it is placed");
        }
        if (erasure.erased() != null) {
            return Outcome.rejected(
                    RejectionCode.SUBJECT_ERASED, "/subject", "the subject was erased; there is nothing left to hold");
        }
        return Outcome.accepted(new LegalHoldPlaced(
                command.subjectId(), command.hold(), command.reason(), command.placedAt(), command.heldUntil()));
    }

    /**
     * A hold that was released stays released since then.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ErasureEvent> decide(ReleaseLegalHold command, Erasure erasure, Instant now) {
        var ahead = WorldTime.ahead(command.releasedAt(), now, "/releasedAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        return erasure.hold(command.hold())
                .map(hold -> requireNonNullElse(hold.releasedAt(), command.releasedAt()))
                .map(since -> Outcome.<ErasureEvent>accepted(
                        new LegalHoldReleased(command.subjectId(), command.hold(), since)))
                .orElseGet(() -> Outcome.rejected(
                        RejectionCode.LEGAL_HOLD_UNKNOWN, "/hold", "the subject has no legal hold of that code"));
    }

    /**
     * Whether a consent makes somebody known anew who was erased: only one that was given after the erasure. It belongs to
     * a subject of its own, with nothing that leads back to the one erased.
     *
     * @param collectedAt world time of the consent, UTC
     * @param erasedAt world time of the erasure, UTC; null if the subject is not erased
     */
    public static boolean beginsAnew(Instant collectedAt, @Nullable Instant erasedAt) {
        return erasedAt != null && collectedAt.isAfter(erasedAt);
    }

    /**
     * Somebody who began anew has no past: a consent of an earlier world time may be of before the erasure, and is not taken.
     *
     * @param collectedAt world time of the consent, UTC
     * @param begunAt world time of the consent with which they began anew, UTC; null if they never were erased
     */
    public static Optional<Rejection> isOfThePast(Instant collectedAt, @Nullable Instant begunAt) {
        return begunAt == null || !collectedAt.isBefore(begunAt)
                ? Optional.empty()
                : Optional.of(new Rejection(
                        RejectionCode.SUBJECT_ERASED,
                        "/collectedAt",
                        "the subject was erased, and began anew after this consent was collected"));
    }
}
