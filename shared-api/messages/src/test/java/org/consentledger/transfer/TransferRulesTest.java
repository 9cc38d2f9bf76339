package org.consentledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.NOTICE;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.given;
import static org.consentledger.Example.justAfter;
import static org.consentledger.Example.notice;
import static org.consentledger.Example.onConsent;

import java.time.Instant;
import java.util.List;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Basis;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.register.LegalRegister;
import org.consentledger.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** What is recorded of a transfer; how it is judged stands in the decision tables. */
class TransferRulesTest {

    private static final Instant NOW = at("2016-11-20T09:00");
    private static final LegalRegister REGISTER = new LegalRegister("digest", List.of(), List.of(), List.of());
    private static final Catalogue CATALOGUE = Catalogue.EMPTY
            .with(new NoticePublished(notice(NOTICE, "v1", "2016-10-01T00:00", onConsent(NEWSLETTER))), 3)
            .with(new RecipientRegistered("printer", "Printer", RecipientClass.SUB_SUPPLIER, "EEA"), 5);
    private static final DecidedOn DECIDED_ON = new DecidedOn(5, "digest");

    private static final Timeline SILENT = Timeline.complete();
    private static final Timeline CONSENTING = SILENT.with(given(NEWSLETTER, at("2016-11-02T10:15"), null), "form");
    private static final Ground GROUND = new Ground(Basis.CONSENT, "form", null, NOTICE, "v1", null);

    @Test
    void a_transfer_that_may_go_ahead_is_recorded_with_its_ground() {
        var event = record(Intent.AUTHORISE, CONSENTING);

        assertThat(event).isEqualTo(new TransferPermitted(SUBJECT_ID, transfer(), GROUND, DECIDED_ON));
        assertThat(event.decision()).isEqualTo(new TransferDecision(Verdict.PERMITTED, List.of(), GROUND));
        assertThat(event.intent()).isEqualTo(Intent.AUTHORISE);
    }

    @Test
    void a_transfer_that_must_not_happen_is_recorded_with_its_reasons() {
        var event = record(Intent.AUTHORISE, SILENT);

        assertThat(event)
                .isEqualTo(new TransferRefused(SUBJECT_ID, transfer(), List.of(Reason.CONSENT_MISSING), DECIDED_ON));
        assertThat(event.decision())
                .isEqualTo(new TransferDecision(Verdict.REFUSED, List.of(Reason.CONSENT_MISSING), null));
        assertThat(event.intent()).isEqualTo(Intent.AUTHORISE);
    }

    @Test
    void a_transfer_that_has_happened_is_always_reported_with_what_is_wrong_about_it() {
        var sound = record(Intent.REPORT, CONSENTING);
        var unsound = record(Intent.REPORT, SILENT);

        assertThat(sound).isEqualTo(new TransferReported(SUBJECT_ID, transfer(), List.of(), GROUND, DECIDED_ON));
        assertThat(unsound)
                .isEqualTo(new TransferReported(
                        SUBJECT_ID, transfer(), List.of(Reason.CONSENT_MISSING), null, DECIDED_ON));
        assertThat(sound.decision().verdict()).isEqualTo(Verdict.PERMITTED);
        assertThat(unsound.decision().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(unsound.intent()).isEqualTo(Intent.REPORT);
    }

    @Test
    void a_dry_run_comes_to_the_same_decision() {
        var question = new TransferQuestion("printer", NEWSLETTER, List.of("contact"), Intent.AUTHORISE, NOW);

        assertThat(TransferRules.decide(question, CONSENTING, CATALOGUE, REGISTER))
                .isEqualTo(record(Intent.AUTHORISE, CONSENTING).decision());
        assertThat(TransferRules.decide(question, SILENT, CATALOGUE, REGISTER))
                .isEqualTo(record(Intent.AUTHORISE, SILENT).decision());
    }

    @Test
    void the_same_verdict_on_a_newer_catalogue_is_the_same_fact() {
        var newer = CATALOGUE.with(new NoticePublished(notice("annex", "v1", "2016-10-01T00:00")), 9);

        for (var timeline : List.of(SILENT, CONSENTING)) {
            for (var intent : Intent.values()) {
                var before = record(recording(intent, NOW), timeline, CATALOGUE);
                var after = record(recording(intent, NOW), timeline, newer);
                assertThat(after).isNotEqualTo(before);
                assertThat(after.fact()).isEqualTo(before.fact());
            }
        }
    }

    @Test
    void another_verdict_on_the_same_transfer_is_another_fact() {
        assertThat(record(Intent.REPORT, SILENT).fact())
                .isNotEqualTo(record(Intent.REPORT, CONSENTING).fact());
    }

    @Test
    void a_transfer_of_the_future_is_rejected() {
        var latest = at("2016-11-20T09:05");

        assertThat(record(recording(Intent.AUTHORISE, latest), CONSENTING, CATALOGUE))
                .isInstanceOf(TransferPermitted.class);
        assertRejected(
                TransferRules.decide(
                        recording(Intent.AUTHORISE, justAfter(latest)), CONSENTING, CATALOGUE, REGISTER, NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/occurredAt");
    }

    private static TransferEvent record(Intent intent, Timeline timeline) {
        return record(recording(intent, NOW), timeline, CATALOGUE);
    }

    private static TransferEvent record(RecordTransfer command, Timeline timeline, Catalogue catalogue) {
        var events = accepted(TransferRules.decide(command, timeline, catalogue, REGISTER, NOW));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static RecordTransfer recording(Intent intent, Instant occurredAt) {
        return new RecordTransfer(
                SUBJECT_ID, SUBJECT, "printer", NEWSLETTER, List.of("contact"), intent, occurredAt, "job-77");
    }

    private static Transfer transfer() {
        return new Transfer(SUBJECT, "printer", NEWSLETTER, List.of("contact"), NOW, "job-77");
    }
}
