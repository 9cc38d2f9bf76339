package org.consentledger.bench.baseline.subject;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.bench.baseline.Accepted;
import org.consentledger.bench.baseline.catalogue.CatalogueView;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRules;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.Erasure;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.timeline.Timeline;
import org.consentledger.transfer.RecordTransfer;
import org.consentledger.transfer.TransferRules;
import org.jspecify.annotations.Nullable;

/** One subject, decided by the same rules as in the ledger. */
@Aggregate(commandTargetResolver = "streamTarget")
class SubjectStream {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String subjectId;

    private Timeline timeline = Timeline.complete();

    SubjectStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(GiveConsent command, CatalogueView catalogue, Clock clock) {
        return Accepted.recorded(ConsentRules.decide(command, Erasure.NONE, catalogue.current(), clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RevokeConsent command, Clock clock) {
        return Accepted.recorded(ConsentRules.decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RecordTransfer command, CatalogueView catalogue, LegalRegister register, Clock clock) {
        return Accepted.recorded(
                TransferRules.decide(command, timeline, catalogue.current(), register, clock.instant()));
    }

    @EventSourcingHandler
    void on(SubjectEvent event, @MessageIdentifier String eventId) {
        subjectId = event.subjectId().value();
        if (event instanceof ConsentEvent consent) {
            timeline = timeline.with(consent, eventId);
        }
    }
}
