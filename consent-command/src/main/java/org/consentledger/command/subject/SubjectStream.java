package org.consentledger.command.subject;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.MattersSeen;
import org.consentledger.command.stream.Recording;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRules;
import org.consentledger.consent.ExpireConsent;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RefuseConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.CarryOutErasure;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.erasure.Erasure;
import org.consentledger.erasure.ErasureEvent;
import org.consentledger.erasure.ErasureRules;
import org.consentledger.erasure.PlaceLegalHold;
import org.consentledger.erasure.ReleaseLegalHold;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.store.SubjectMovedException;
import org.consentledger.objection.ObjectToProcessing;
import org.consentledger.objection.ObjectionRules;
import org.consentledger.objection.WithdrawObjection;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.timeline.ExpiryRules;
import org.consentledger.timeline.Timeline;
import org.consentledger.transfer.RecordTransfer;
import org.consentledger.transfer.TransferRules;
import org.jspecify.annotations.Nullable;

/**
 * One subject's stream: all consents, objections and transfers of one person. It is the boundary within which "no
 * transfer after a revocation" is exact. Everything decided here is decided by the rules; this class only brings them
 * what they need.
 */
@Aggregate(
        type = "Subject",
        commandTargetResolver = "streamTarget",
        snapshotTriggerDefinition = "subjectSnapshots",
        cache = "streamCache",
        lockFactory = "streamLocks")
@Revision("2")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class SubjectStream {

    /**
     * Facts of one purpose kept at hand. Older ones are read from the ledger when a transfer of that long ago comes up,
     * so that neither memory nor snapshots grow with the subject's history.
     */
    static final int FACTS_AT_HAND = 32;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String subjectId;

    private Timeline timeline = Timeline.keepingLatest(FACTS_AT_HAND);

    private Erasure erasure = Erasure.NONE;

    /** Stays in memory: a snapshot leaves it out. */
    private final transient MattersSeen seen = new MattersSeen();

    SubjectStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(
            GiveConsent command, CatalogueReader catalogue, SubjectHistory history, Clock clock, Recording recording) {
        var known = catalogue.atHand();
        var outcome = history.whyOfThePast(command, clock.instant())
                .<Outcome<ConsentEvent>>map(Outcome.Rejected::new)
                .orElseGet(() -> ConsentRules.decide(command, erasure, known, clock.instant()));
        return record(command, outcome, recording, known);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(RefuseConsent command, CatalogueReader catalogue, Clock clock, Recording recording) {
        var known = catalogue.atHand();
        var outcome = ConsentRules.decide(command, known, clock.instant());
        return record(command, outcome, recording, known);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(RevokeConsent command, Clock clock, Recording recording) {
        return record(command, ConsentRules.decide(command, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(ExpireConsent command, SubjectHistory history, Clock clock, Recording recording) {
        var known = timelineReaching(command.expiredAt(), Set.of(command.purpose()), command, history);
        return record(command, ExpiryRules.decide(command, known, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(ObjectToProcessing command, Clock clock, Recording recording) {
        return record(command, ObjectionRules.decide(command, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(WithdrawObjection command, Clock clock, Recording recording) {
        return record(command, ObjectionRules.decide(command, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(
            RecordTransfer command,
            CatalogueReader catalogue,
            LegalRegister register,
            SubjectHistory history,
            Clock clock,
            Recording recording) {
        var known = catalogue.atHand();
        var judged = TransferRules.purposesJudged(command, known);
        var reaching = timelineReaching(command.occurredAt(), judged, command, history);
        var outcome = TransferRules.decide(command, reaching, known, register, clock.instant());
        return record(command, outcome, recording, known);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(EraseSubject command, Clock clock, Recording recording) {
        return record(command, ErasureRules.decide(command, erasure, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(CarryOutErasure command, Clock clock, Recording recording) {
        return record(command, ErasureRules.decide(command, erasure, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(PlaceLegalHold command, Clock clock, Recording recording) {
        return record(command, ErasureRules.decide(command, erasure, clock.instant()), recording, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(ReleaseLegalHold command, Clock clock, Recording recording) {
        return record(command, ErasureRules.decide(command, erasure, clock.instant()), recording, null);
    }

    /** @throws SubjectMovedException if the subject was taken for somebody who is not erased, and is */
    private Handled record(
            SubjectCommand command,
            Outcome<? extends LedgerEvent> outcome,
            Recording recording,
            @Nullable Catalogue decidedOn) {
        if (timeline.wasErased()
                && Subject.ofCommand().filter(subject -> !subject.isErased()).isPresent()) {
            throw new SubjectMovedException();
        }
        return recording.record(command.streamId(), outcome, seen, decidedOn);
    }

    @EventSourcingHandler
    void on(SubjectEvent event, @MessageIdentifier String eventId) {
        subjectId = event.subjectId().value();
        timeline = SubjectHistory.evolve(timeline, event, eventId);
        erasure = event instanceof ErasureEvent step ? erasure.with(step) : erasure;
        seen.add(event);
    }

    private Timeline timelineReaching(
            Instant worldTime, Set<String> purposes, SubjectCommand command, SubjectHistory history) {
        return timeline.isCompleteAt(worldTime, purposes) ? timeline : history.of(command.streamId());
    }
}
