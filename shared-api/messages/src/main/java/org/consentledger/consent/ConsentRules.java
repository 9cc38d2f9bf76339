package org.consentledger.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consentledger.Outcome;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.WorldTime;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.erasure.Erasure;
import org.consentledger.erasure.ErasureRules;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.Purpose;
import org.jspecify.annotations.Nullable;

/** What must be true of a consent, a refusal or a revocation before the ledger takes it. */
public final class ConsentRules {

    private ConsentRules() {}

    /**
     * Consent is granular (GDPR Recital 43): one event per purpose, all or none. One from before the subject's erasure went
     * with everything else; one from after it begins a new subject ({@link ErasureRules#beginsAnew}).
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ConsentEvent> decide(GiveConsent command, Erasure erasure, Catalogue catalogue, Instant now) {
        var rejection = WorldTime.ahead(command.collectedAt(), now, "/collectedAt")
                .or(() -> isOfSomebodyErased(erasure))
                .or(() -> endsBeforeItBegins(command))
                .or(() -> wasNotAsked(command.notice(), command.noticeVersion(), command.purposes(), catalogue))
                .or(() -> isTooWeak(command, catalogue));
        return Outcome.unless(
                rejection,
                command.purposes(),
                purpose -> new ConsentGiven(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.notice(),
                        command.noticeVersion(),
                        command.evidence(),
                        command.giver(),
                        command.collectedAt(),
                        endOfValidity(command, purpose, catalogue)));
    }

    /**
     * A refusal names what was asked; no evidence is too weak for a no.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ConsentEvent> decide(RefuseConsent command, Catalogue catalogue, Instant now) {
        var rejection = WorldTime.ahead(command.collectedAt(), now, "/collectedAt")
                .or(() -> wasNotAsked(command.notice(), command.noticeVersion(), command.purposes(), catalogue));
        return Outcome.unless(
                rejection,
                command.purposes(),
                purpose -> new ConsentRefused(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.notice(),
                        command.noticeVersion(),
                        command.evidence(),
                        command.giver(),
                        command.collectedAt()));
    }

    /**
     * Taking consent back is as easy as giving it (GDPR Art. 7(3)): nothing but a future time is rejected.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ConsentEvent> decide(RevokeConsent command, Instant now) {
        var rejection = WorldTime.ahead(command.revokedAt(), now, "/revokedAt");
        return Outcome.unless(
                rejection,
                command.purposes(),
                purpose -> new ConsentRevoked(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.channel(),
                        command.giver(),
                        command.revokedAt()));
    }

    private static Optional<Rejection> endsBeforeItBegins(GiveConsent command) {
        var validUntil = command.validUntil();
        if (validUntil == null || validUntil.isAfter(command.collectedAt())) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                "/validUntil",
                "the validity must end after the consent was collected"));
    }

    private static Optional<Rejection> isOfSomebodyErased(Erasure erasure) {
        return erasure.erased() != null
                ? Optional.of(new Rejection(
                        RejectionCode.SUBJECT_ERASED,
                        "/collectedAt",
                        "the subject was erased after this consent was collected"))
                : Optional.empty();
    }

    /** Only what a published version asks, and bases on consent, can be answered with yes or no. */
    private static Optional<Rejection> wasNotAsked(
            String code, String version, List<String> purposes, Catalogue catalogue) {
        if (!catalogue.knowsNotice(code)) {
            return Optional.of(new Rejection(
                    RejectionCode.NOTICE_UNKNOWN, "/notice", "no notice " + code + " has been published"));
        }
        return catalogue
                .notice(code, version)
                .map(notice -> firstNotAsked(notice, purposes))
                .orElseGet(() -> Optional.of(new Rejection(
                        RejectionCode.NOTICE_VERSION_UNKNOWN,
                        "/noticeVersion",
                        "version " + version + " of notice " + code + " has not been published")));
    }

    private static Optional<Rejection> firstNotAsked(Notice notice, List<String> purposes) {
        return IntStream.range(0, purposes.size())
                .mapToObj(i -> notAsked(notice, purposes.get(i), "/purposes/" + i))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Rejection> notAsked(Notice notice, String code, String pointer) {
        var purpose = notice.purpose(code);
        if (purpose.isEmpty()) {
            return Optional.of(new Rejection(
                    RejectionCode.PURPOSE_NOT_IN_NOTICE,
                    pointer,
                    "version " + notice.version() + " of notice " + notice.notice() + " has no purpose " + code));
        }
        var basis = purpose.get().basis();
        if (basis == Basis.CONSENT) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                RejectionCode.PURPOSE_NOT_BASED_ON_CONSENT,
                pointer,
                "purpose " + code + " rests on " + basis + ", so there is nothing to consent to"));
    }

    /**
     * Where the purpose demands more than an inferred consent, an inferred one is no consent at all. An explicit consent
     * to a purpose that demands a written one is kept: it is a fact, and the transfer rules know it does not suffice.
     */
    private static Optional<Rejection> isTooWeak(GiveConsent command, Catalogue catalogue) {
        if (command.evidence().form().satisfies(ConsentForm.EXPLICIT)) {
            return Optional.empty();
        }
        return command.purposes().stream()
                .map(code -> purpose(command, code, catalogue))
                .filter(purpose -> purpose.form() != ConsentForm.NONE)
                .findFirst()
                .map(purpose -> new Rejection(
                        RejectionCode.EXPLICIT_CONSENT_REQUIRED,
                        "/evidence/form",
                        "purpose " + purpose.purpose() + " demands consent of form " + purpose.form()));
    }

    private static @Nullable Instant endOfValidity(GiveConsent command, String code, Catalogue catalogue) {
        var validFor = purpose(command, code, catalogue).validFor();
        if (validFor == null) {
            return command.validUntil();
        }
        var limit =
                command.collectedAt().atOffset(ZoneOffset.UTC).plus(validFor).toInstant();
        var asked = command.validUntil();
        return asked == null || limit.isBefore(asked) ? limit : asked;
    }

    private static Purpose purpose(GiveConsent command, String code, Catalogue catalogue) {
        return catalogue
                .notice(command.notice(), command.noticeVersion())
                .flatMap(notice -> notice.purpose(code))
                .orElseThrow();
    }
}
