package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.consentledger.LedgerCommand;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RefuseConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.erasure.PlaceLegalHold;
import org.consentledger.erasure.ReleaseLegalHold;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.PublishNotice;
import org.consentledger.notice.Purpose;
import org.consentledger.objection.ObjectToProcessing;
import org.consentledger.objection.WithdrawObjection;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.WithdrawSafeguard;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.RecordTransfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each command: the body that callers send, and the command it becomes. */
class GoldenCommandsTest extends CommandEdgeTest {

    private static final SubjectId SUBJECT = CommandEdge.SUBJECT;

    private static final Map<String, LedgerCommand> COMPLETE = Map.ofEntries(
            Map.entry(
                    "give-consent",
                    new GiveConsent(
                            SUBJECT,
                            "cust-1001",
                            "reference",
                            "2016-10",
                            List.of("business-notices", "website-images"),
                            new Evidence(
                                    Channel.WEB_FORM,
                                    ConsentForm.EXPLICIT,
                                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                    "en",
                                    "web-shop"),
                            new Giver(Giver.Kind.DELEGATE, "agent-7", "power of attorney of 2016-05-01"),
                            at("2016-11-02T10:15:00.123456Z"),
                            at("2018-11-02T10:15:00Z"))),
            Map.entry(
                    "refuse-consent",
                    new RefuseConsent(
                            SUBJECT,
                            "cust-1001",
                            "reference",
                            "2016-10",
                            List.of("business-notices"),
                            new Evidence(Channel.PHONE, ConsentForm.NONE, null, null, null),
                            new Giver(Giver.Kind.GUARDIAN, "g-1", null),
                            at("2016-11-02T10:15:00Z"))),
            Map.entry(
                    "revoke-consent",
                    new RevokeConsent(
                            SUBJECT,
                            "cust-1001",
                            List.of("business-notices"),
                            Channel.EMAIL,
                            Giver.theSubject(),
                            at("2016-12-01T08:00:00Z"))),
            Map.entry(
                    "object-to-processing",
                    new ObjectToProcessing(
                            SUBJECT,
                            "cust-1001",
                            List.of("interest-ads"),
                            Channel.BROWSER_SIGNAL,
                            Giver.theSubject(),
                            at("2016-12-01T08:00:00Z"))),
            Map.entry(
                    "withdraw-objection",
                    new WithdrawObjection(
                            SUBJECT,
                            "cust-1001",
                            List.of("interest-ads"),
                            Channel.API,
                            new Giver(Giver.Kind.OPERATOR, "desk-3", null),
                            at("2016-12-02T08:00:00Z"))),
            Map.entry(
                    "publish-notice",
                    new PublishNotice(new Notice(
                            "reference",
                            "2016-10",
                            at("2016-10-01T00:00:00Z"),
                            true,
                            List.of("EEA", "CH"),
                            List.of(new NoticeText(
                                    "en", "7431bb61023a07adc842d5004b1823e8cf7f3fcbd8d2949987ecdb029dfccf22")),
                            List.of(
                                    new Purpose(
                                            "business-notices",
                                            Basis.CONSENT,
                                            ConsentForm.EXPLICIT,
                                            List.of("contact"),
                                            List.of(RecipientClass.SUB_SUPPLIER),
                                            "cross-border-hosting",
                                            Period.ofMonths(24)),
                                    new Purpose(
                                            "legal-duty",
                                            Basis.LEGAL_OBLIGATION,
                                            ConsentForm.NONE,
                                            List.of("contact", "invoices"),
                                            List.of(),
                                            null,
                                            null))))),
            Map.entry(
                    "register-recipient",
                    new RegisterRecipient("mailing-house", "Mailing house", RecipientClass.SUB_SUPPLIER, "IT")),
            Map.entry(
                    "record-safeguard",
                    new RecordSafeguard(
                            "us-hosting",
                            new Safeguard(
                                    SafeguardKind.CERTIFICATION,
                                    "EU-US-SAFE-HARBOR",
                                    "certificate of 2012",
                                    at("2012-03-01T00:00:00Z"),
                                    at("2017-03-01T00:00:00Z"),
                                    null))),
            Map.entry(
                    "withdraw-safeguard",
                    new WithdrawSafeguard(
                            "us-hosting", SafeguardKind.STANDARD_CLAUSES, "scc-1", at("2015-10-06T00:00:00Z"))),
            Map.entry("erase-subject", new EraseSubject(SUBJECT, at("2016-12-01T08:00:00Z"))),
            Map.entry(
                    "place-legal-hold",
                    new PlaceLegalHold(
                            SUBJECT,
                            "case-2016-17",
                            "claim of a neighbour",
                            at("2016-12-01T08:00:00Z"),
                            at("2019-12-01T00:00:00Z"))),
            Map.entry("release-legal-hold", new ReleaseLegalHold(SUBJECT, "case-2016-17", at("2017-12-01T08:00:00Z"))),
            Map.entry("retire-recipient", new RetireRecipient("us-hosting", at("2017-01-01T00:00:00Z"))),
            Map.entry(
                    "record-transfer",
                    new RecordTransfer(
                            SUBJECT,
                            "cust-1001",
                            "mailing-house",
                            "business-notices",
                            List.of("contact", "orders"),
                            Intent.AUTHORISE,
                            at("2016-11-20T09:00:00Z"),
                            "job-77")));

    static Iterable<String> commands() {
        return Bodies.COMPLETE.keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyFieldArrives(String command) {
        var answer = post(command, Bodies.COMPLETE.get(command));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(submitted().command()).isEqualTo(command);
        assertThat(submitted().payload().apply(CommandEdge.SUBJECTS)).isEqualTo(COMPLETE.get(command));
        assertThat(submitted().idempotencyKey()).isNull();
    }

    @Test
    void everyCommandHasAGoldenCase() {
        assertThat(Bodies.COMPLETE.keySet()).isEqualTo(COMPLETE.keySet()).hasSize(14);
    }

    @Test
    void whatIsLeftOutOfAConsentIsTheSubjectAndNow() {
        post("give-consent", """
                {"subject":"cust-1001","notice":"reference","noticeVersion":"2016-10","purposes":["a"],
                 "evidence":{"channel":"API","form":"NONE"}}
                """);

        assertThat(submitted().payload().apply(CommandEdge.SUBJECTS))
                .isEqualTo(new GiveConsent(
                        SUBJECT,
                        "cust-1001",
                        "reference",
                        "2016-10",
                        List.of("a"),
                        new Evidence(Channel.API, ConsentForm.NONE, null, null, null),
                        Giver.theSubject(),
                        CommandEdge.NOW,
                        null));
    }

    @Test
    void everyConsentCanBeRevokedWithLittle() {
        post("revoke-consent", """
                {"subject":"cust-1001","purposes":["*"]}
                """);

        assertThat(submitted().payload().apply(CommandEdge.SUBJECTS))
                .isEqualTo(new RevokeConsent(
                        SUBJECT, "cust-1001", List.of("*"), null, Giver.theSubject(), CommandEdge.NOW));
    }

    @Test
    void whatIsLeftOutOfANoticeIsEmpty() {
        post("publish-notice", """
                {"notice":"n","version":"1","effectiveFrom":"2016-10-01T00:00:00Z",
                 "purposes":[{"purpose":"a","basis":"CONTRACT","form":"NONE","dataCategories":["contact"],"recipientClasses":["GROUP_COMPANY"]}]}
                """);

        assertThat(submitted().payload().apply(CommandEdge.SUBJECTS))
                .isEqualTo(new PublishNotice(new Notice(
                        "n",
                        "1",
                        at("2016-10-01T00:00:00Z"),
                        false,
                        List.of(),
                        List.of(),
                        List.of(new Purpose(
                                "a",
                                Basis.CONTRACT,
                                ConsentForm.NONE,
                                List.of("contact"),
                                List.of(RecipientClass.GROUP_COMPANY),
                                null,
                                null)))));
    }

    @ParameterizedTest
    @MethodSource("timeless")
    void anEndLeftOutIsNow(String command, String body, LedgerCommand expected) {
        post(command, body);

        assertThat(submitted().payload().apply(CommandEdge.SUBJECTS)).isEqualTo(expected);
    }

    static List<Arguments> timeless() {
        return List.of(
                Arguments.of(
                        "erase-subject", "{\"subject\":\"cust-1001\"}", new EraseSubject(SUBJECT, CommandEdge.NOW)),
                Arguments.of("retire-recipient", "{\"recipient\":\"r\"}", new RetireRecipient("r", CommandEdge.NOW)),
                Arguments.of(
                        "withdraw-safeguard",
                        "{\"recipient\":\"r\",\"kind\":\"ADEQUACY\",\"reference\":\"x\"}",
                        new WithdrawSafeguard("r", SafeguardKind.ADEQUACY, "x", CommandEdge.NOW)));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
