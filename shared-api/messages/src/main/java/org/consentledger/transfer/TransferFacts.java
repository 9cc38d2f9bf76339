package org.consentledger.transfer;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.catalogue.PurposeInForce;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.recipient.Recipient;
import org.consentledger.register.LegalRegister;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Everything the rules look at, as it stood at the world time of the transfer. */
record TransferFacts(
        TransferQuestion question,
        Timeline timeline,
        LegalRegister register,
        Catalogue catalogue,
        Optional<Recipient> recipient,
        Optional<PurposeInForce> purpose) {

    TransferFacts(TransferQuestion question, Timeline timeline, Catalogue catalogue, LegalRegister register) {
        this(
                question,
                timeline,
                register,
                catalogue,
                catalogue.recipient(question.recipient()),
                catalogue.purposeInForce(question.purpose(), question.at()));
    }

    Instant at() {
        return question.at();
    }

    ConsentStatus consent(String purposeCode) {
        return timeline.consent(purposeCode, at(), catalogue::askedAgainAt);
    }

    /** A consent as a rule looks at it. */
    Circumstance.OfConsent circumstance(ConsentStatus consent, ConsentForm demanded) {
        var notice = consent.notice();
        var version = consent.noticeVersion();
        var isOutdated = consent.endings().stream().anyMatch(ending -> ending.state() == ConsentState.OUTDATED);
        return new Circumstance.OfConsent(
                consent,
                demanded,
                isOutdated && notice != null && version != null
                        ? catalogue.askedAgainBy(notice, version, at()).orElse(null)
                        : null);
    }

    /** That the transfer stays within the home area; nothing if it does not, or if that cannot be told. */
    Circumstance[] atHome() {
        return purpose
                .flatMap(p -> recipient
                        .filter(r -> register.isWithin(p.notice().homeArea(), r.country(), at()))
                        .map(r -> new Circumstance.InHomeArea(
                                r.country(), p.notice().homeArea())))
                .stream()
                .toArray(Circumstance[]::new);
    }

    /** The recipient and purpose of a transfer that leaves the home area; empty if it stays, or either is unknown. */
    Optional<CrossBorder> crossBorder() {
        return purpose.flatMap(p -> recipient
                .filter(r -> !register.isWithin(p.notice().homeArea(), r.country(), at()))
                .map(r -> new CrossBorder(
                        Safeguards.of(r, register, at()), p.purpose().crossBorderConsent())));
    }

    /** @param consent the purpose whose consent the notice promises to ask for; null if it promises none */
    record CrossBorder(Safeguards safeguards, @Nullable String consent) {}

    /** The ground of a transfer that broke no rule. */
    Ground ground() {
        var named = purpose.orElseThrow();
        var abroad = crossBorder();
        return new Ground(
                named.purpose().basis(),
                named.purpose().basis() == Basis.CONSENT
                        ? consent(question.purpose()).eventId()
                        : null,
                abroad.flatMap(c -> c.safeguards().inForce()).orElse(null),
                named.notice().notice(),
                named.notice().version(),
                abroad.flatMap(c -> Optional.ofNullable(c.consent()))
                        .map(code -> consent(code).eventId())
                        .orElse(null));
    }
}
