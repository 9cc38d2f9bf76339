package org.consentledger.transfer;

import static org.consentledger.Decided.accepted;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consentledger.Outcome;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRules;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RefuseConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.decisions.DecisionTable;
import org.consentledger.decisions.DecisionTables;
import org.consentledger.decisions.GivenFact;
import org.consentledger.erasure.Erasure;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.NoticeRules;
import org.consentledger.notice.PublishNotice;
import org.consentledger.objection.ObjectToProcessing;
import org.consentledger.objection.ObjectionRules;
import org.consentledger.objection.WithdrawObjection;
import org.consentledger.recipient.RecipientCommand;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.recipient.RecipientRules;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.WithdrawSafeguard;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.Giver;
import org.consentledger.timeline.Timeline;

/**
 * Brings about what a decision table tells, by the events that the rules accept. What the rules would turn down cannot
 * stand in a table.
 */
final class TableWorld {

    private static final Instant NOW = DecisionTables.END_OF_ALL_TABLES;

    private final LegalRegister register;
    private Catalogue catalogue = Catalogue.EMPTY;

    TableWorld(DecisionTable table, LegalRegister register) {
        this.register = register;
        table.notices().forEach(notice -> {
            var versions = catalogue.notices().stream()
                    .filter(n -> n.notice().equals(notice.notice()))
                    .toList();
            accepted(NoticeRules.decide(new PublishNotice(notice), versions)).forEach(this::record);
        });
        table.recipients().forEach(this::register);
    }

    TransferDecision decide(DecisionTable.Case c) {
        return explain(c).decision();
    }

    Explanation explain(DecisionTable.Case c) {
        var transfer = c.transfer();
        var question = new TransferQuestion(
                transfer.to(), transfer.purpose(), transfer.categories(), Intent.REPORT, transfer.at());
        return TransferRules.explain(question, told(c.given()), catalogue, register);
    }

    /** The event id of a fact of a case, by its number from 1. */
    static String eventId(int number) {
        return "fact-" + number;
    }

    private void register(DecisionTable.RecipientRow row) {
        var code = row.recipient();
        decide(new RegisterRecipient(code, Objects.requireNonNull(row.name()), row.recipientClass(), row.country()));
        for (var s : Objects.requireNonNull(row.safeguards())) {
            decide(new RecordSafeguard(
                    code, new Safeguard(s.kind(), s.framework(), s.reference(), s.validFrom(), s.validUntil(), null)));
            if (s.withdrawnAt() != null) {
                decide(new WithdrawSafeguard(code, s.kind(), s.reference(), s.withdrawnAt()));
            }
        }
        if (row.retiredAt() != null) {
            decide(new RetireRecipient(code, row.retiredAt()));
        }
    }

    private void decide(RecipientCommand command) {
        var known = catalogue.recipient(command.recipient()).orElse(null);
        accepted(RecipientRules.decide(command, known, register, NOW)).forEach(this::record);
    }

    private void record(NoticePublished event) {
        catalogue = catalogue.with(event, catalogue.position() + 1);
    }

    private void record(RecipientEvent event) {
        catalogue = catalogue.with(event, catalogue.position() + 1);
    }

    private Timeline told(List<GivenFact> facts) {
        var timeline = Timeline.complete();
        for (var i = 0; i < facts.size(); i++) {
            timeline = with(timeline, facts.get(i), eventId(i + 1));
        }
        return timeline;
    }

    private Timeline with(Timeline timeline, GivenFact fact, String eventId) {
        var purposes = List.of(fact.purpose());
        var giver = Giver.theSubject();
        return switch (fact.kind()) {
            case GIVES ->
                with(
                        timeline,
                        ConsentRules.decide(
                                new GiveConsent(
                                        SUBJECT_ID,
                                        SUBJECT,
                                        Objects.requireNonNull(fact.notice()),
                                        Objects.requireNonNull(fact.version()),
                                        purposes,
                                        evidence(Objects.requireNonNull(fact.form())),
                                        giver,
                                        fact.at(),
                                        fact.until()),
                                Erasure.NONE,
                                catalogue,
                                NOW),
                        eventId);
            case REFUSES ->
                with(
                        timeline,
                        ConsentRules.decide(
                                new RefuseConsent(
                                        SUBJECT_ID,
                                        SUBJECT,
                                        Objects.requireNonNull(fact.notice()),
                                        Objects.requireNonNull(fact.version()),
                                        purposes,
                                        evidence(ConsentForm.NONE),
                                        giver,
                                        fact.at()),
                                catalogue,
                                NOW),
                        eventId);
            case REVOKES ->
                with(
                        timeline,
                        ConsentRules.decide(
                                new RevokeConsent(SUBJECT_ID, SUBJECT, purposes, null, giver, fact.at()), NOW),
                        eventId);
            case OBJECTS ->
                timeline.with(
                        accepted(ObjectionRules.decide(
                                        new ObjectToProcessing(SUBJECT_ID, SUBJECT, purposes, null, giver, fact.at()),
                                        NOW))
                                .getFirst(),
                        eventId);
            case WITHDRAWS_OBJECTION ->
                timeline.with(
                        accepted(ObjectionRules.decide(
                                        new WithdrawObjection(SUBJECT_ID, SUBJECT, purposes, null, giver, fact.at()),
                                        NOW))
                                .getFirst(),
                        eventId);
            case ERASED -> timeline.with(new SubjectErased(SUBJECT_ID, fact.at()));
        };
    }

    private static Timeline with(Timeline timeline, Outcome<ConsentEvent> outcome, String eventId) {
        return timeline.with(accepted(outcome).getFirst(), eventId);
    }
}
