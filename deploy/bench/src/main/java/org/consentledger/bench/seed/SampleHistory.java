package org.consentledger.bench.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.bench.workload.BenchCatalogue;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRules;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.Erasure;
import org.consentledger.notice.ConsentForm;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.Timeline;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.RecordTransfer;
import org.consentledger.transfer.TransferRules;

/**
 * What one subject did in the past: the mix of the measured commands, decided by the real rules, so that the events are
 * exactly those that the service would have recorded.
 */
final class SampleHistory {

    private enum Step {
        GIVE,
        REVOKE,
        TRANSFER
    }

    /** Six, one and three of ten. No transfer follows a revocation directly: each is permitted. */
    private static final List<Step> STEPS = List.of(
            Step.GIVE,
            Step.GIVE,
            Step.TRANSFER,
            Step.GIVE,
            Step.TRANSFER,
            Step.GIVE,
            Step.REVOKE,
            Step.GIVE,
            Step.TRANSFER,
            Step.GIVE);

    private static final Instant BEGIN = Instant.parse("2016-11-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int FACTS_AT_HAND = 32;
    private static final Evidence EVIDENCE = new Evidence(
            Channel.WEB_FORM,
            ConsentForm.EXPLICIT,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "en",
            "web-shop");

    private final SubjectId id;
    private final String subject;
    private final Catalogue catalogue;
    private final LegalRegister register;
    private Timeline timeline = Timeline.keepingLatest(FACTS_AT_HAND);

    SampleHistory(SubjectId id, String subject, Catalogue catalogue, LegalRegister register) {
        this.id = id;
        this.subject = subject;
        this.catalogue = catalogue;
        this.register = register;
    }

    /** @param message makes a message of an event and of the number of its step, from 0 */
    List<DomainEventMessage<?>> messages(
            int events, BiFunction<LedgerEvent, Integer, ? extends DomainEventMessage<?>> message) {
        var messages = new ArrayList<DomainEventMessage<?>>(events);
        for (var i = 0; i < events; i++) {
            var event = event(STEPS.get(i % STEPS.size()), BEGIN.plus(STEP.multipliedBy(i)));
            var made = message.apply(event, i);
            if (event instanceof ConsentEvent consent) {
                timeline = timeline.with(consent, made.getIdentifier());
            }
            messages.add(made);
        }
        return messages;
    }

    private LedgerEvent event(Step step, Instant at) {
        return switch (step) {
            case GIVE -> only(ConsentRules.decide(give(at), Erasure.NONE, catalogue, at));
            case REVOKE ->
                only(ConsentRules.decide(
                        new RevokeConsent(
                                id, subject, List.of(BenchCatalogue.PURPOSE), Channel.EMAIL, Giver.theSubject(), at),
                        at));
            case TRANSFER -> only(TransferRules.decide(transfer(at), timeline, catalogue, register, at));
        };
    }

    private GiveConsent give(Instant at) {
        return new GiveConsent(
                id,
                subject,
                BenchCatalogue.NOTICE,
                BenchCatalogue.VERSION,
                List.of(BenchCatalogue.PURPOSE),
                EVIDENCE,
                Giver.theSubject(),
                at,
                null);
    }

    private RecordTransfer transfer(Instant at) {
        return new RecordTransfer(
                id,
                subject,
                BenchCatalogue.RECIPIENT,
                BenchCatalogue.PURPOSE,
                List.of(BenchCatalogue.CATEGORY),
                Intent.AUTHORISE,
                at,
                "job-" + at.getEpochSecond());
    }

    private static LedgerEvent only(Outcome<? extends LedgerEvent> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<? extends LedgerEvent> accepted ->
                accepted.events().getFirst();
            case Outcome.Rejected<? extends LedgerEvent> rejected ->
                throw new IllegalStateException("the sample is wrong: " + rejected.rejection());
        };
    }
}
