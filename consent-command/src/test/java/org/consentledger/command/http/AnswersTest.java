package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.command.desk.Answer;
import org.consentledger.command.desk.CommandRejectedException;
import org.consentledger.command.desk.IdempotencyKeyReusedException;
import org.consentledger.command.desk.LedgerBusyException;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.Basis;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest extends CommandEdgeTest {

    private static final SubjectId SUBJECT = new SubjectId("s-00112233445566778899aabbccddeeff");
    private static final Transfer TRANSFER = new Transfer(
            "cust-1001", "mailing-house", "business-notices", List.of("contact"), RecordingDesk.RECORDED_AT, null);
    private static final DecidedOn DECIDED_ON = new DecidedOn(5, "0123456789abcdef");

    private static final RecordedEvent REFUSED = RecordingDesk.event(
            6,
            "TransferRefused",
            new TransferRefused(
                    SUBJECT, TRANSFER, List.of(Reason.CONSENT_REVOKED, Reason.SAFEGUARD_INVALIDATED), DECIDED_ON));
    private static final RecordedEvent PERMITTED = RecordingDesk.event(
            6,
            "TransferPermitted",
            new TransferPermitted(
                    SUBJECT,
                    TRANSFER,
                    new Ground(
                            Basis.CONSENT,
                            "event-3",
                            new Ground.SafeguardUsed(SafeguardKind.STANDARD_CLAUSES, "scc-1", null),
                            "reference",
                            "2016-10",
                            "event-4"),
                    DECIDED_ON));

    @Test
    void whatWasRecordedIsListed() {
        var answer = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(json(answer)).isEqualTo(JSON.readTree("""
                {"commandId":"00000000-0000-8000-8000-000000000001","position":7,"events":[
                 {"id":"event-6","type":"RecipientRetired","position":6,"recordedAt":"2026-11-23T10:00:00.123456Z"},
                 {"id":"event-7","type":"RecipientRetired","position":7,"recordedAt":"2026-11-23T10:00:00.123456Z"}],
                 "receipts":["https://consent.example/v1/receipts/event-6","https://consent.example/v1/receipts/event-7"]}
                """));
    }

    @Test
    void aKnownFactIsNoNews() {
        desk.answering(_ -> new Answer(RecordingDesk.COMMAND_ID, List.of(RecordingDesk.event(3)), List.of(), false));

        var answer = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(JSON.readTree("""
                {"commandId":"00000000-0000-8000-8000-000000000001","position":3,"events":[],
                 "receipts":["https://consent.example/v1/receipts/event-3"]}
                """));
    }

    @Test
    void anErasureThatHasToWaitSaysSo() {
        var waiting = RecordingDesk.event(
                3,
                "ErasureRequested",
                new ErasureRequested(CommandEdge.SUBJECT, CommandEdge.NOW, Instant.parse("2027-01-01T00:00:00Z")));
        for (var isNews : List.of(true, false)) {
            desk.answering(_ -> new Answer(
                    RecordingDesk.COMMAND_ID,
                    isNews ? List.of() : List.of(waiting),
                    isNews ? List.of(waiting) : List.of(),
                    false));

            var answer = post("erase-subject", Bodies.COMPLETE.get("erase-subject"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(json(answer).get("erasure")).isEqualTo(JSON.readTree("""
                    {"state":"WAITING","heldUntil":"2027-01-01T00:00:00Z"}
                    """));
        }
    }

    @Test
    void aReplayIsMarkedAndOtherwiseTheSame() {
        var first = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));
        desk.answering(_ -> new Answer(
                RecordingDesk.COMMAND_ID, List.of(), List.of(RecordingDesk.event(6), RecordingDesk.event(7)), true));

        var again = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aPermittedTransferShowsItsGround() {
        desk.answering(_ -> recorded(PERMITTED, false));

        var answer = post("record-transfer", Bodies.COMPLETE.get("record-transfer"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("decision")).isEqualTo(JSON.readTree("""
                {"verdict":"PERMITTED","reasons":[],"ground":{"basis":"CONSENT","consentEventId":"event-3",
                 "safeguard":{"kind":"STANDARD_CLAUSES","reference":"scc-1","framework":null},
                 "notice":"reference","noticeVersion":"2016-10","crossBorderConsentEventId":"event-4"}}
                """));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusalIsAProblemWithEverythingInIt(boolean replayed) {
        desk.answering(_ -> recorded(REFUSED, replayed));

        var answer = post("record-transfer", Bodies.COMPLETE.get("record-transfer"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Idempotent-Replayed").isPresent())
                .isEqualTo(replayed);
        var problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo("TRANSFER_REFUSED");
        assertThat(problem.get("type").asString()).isEqualTo("urn:consent-ledger:problem:transfer-refused");
        assertThat(problem.get("commandId").asString()).isEqualTo(RecordingDesk.COMMAND_ID.toString());
        assertThat(problem.get("position").asLong()).isEqualTo(6);
        assertThat(problem.get("events")).hasSize(1);
        assertThat(problem.get("receipts"))
                .isEqualTo(JSON.readTree("[\"https://consent.example/v1/receipts/event-6\"]"));
        assertThat(problem.get("decision")).isEqualTo(JSON.readTree("""
                {"verdict":"REFUSED","reasons":["CONSENT_REVOKED","SAFEGUARD_INVALIDATED"],"ground":null}
                """));
    }

    @Test
    void aRefusalRepeatedIsStillARefusal() {
        desk.answering(_ -> new Answer(RecordingDesk.COMMAND_ID, List.of(REFUSED), List.of(), false));

        assertThat(post("record-transfer", Bodies.COMPLETE.get("record-transfer"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReportWithFindingsIsRecorded() {
        var reported = new TransferReported(
                SUBJECT, TRANSFER, List.of(Reason.CONSENT_REVOKED, Reason.SAFEGUARD_INVALIDATED), null, DECIDED_ON);
        desk.answering(_ -> recorded(RecordingDesk.event(6, "TransferReported", reported), false));

        var answer = post("record-transfer", Bodies.COMPLETE.get("record-transfer"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/decision/reasons")).hasSize(2);
    }

    @Test
    void aRejectionNamesItsFieldAndItsCode() {
        desk.answering(_ -> {
            throw new CommandRejectedException(
                    new Rejection(RejectionCode.PURPOSE_NOT_IN_NOTICE, "/purposes/1", "no such purpose"));
        });

        var answer = post("give-consent", Bodies.COMPLETE.get("give-consent"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("PURPOSE_NOT_IN_NOTICE");
        assertThat(json(answer).get("errors")).isEqualTo(JSON.readTree("""
                [{"pointer":"/purposes/1","code":"PURPOSE_NOT_IN_NOTICE","detail":"no such purpose"}]
                """));
    }

    @Test
    void aContradictionIsAConflict() {
        desk.answering(_ -> {
            throw new CommandRejectedException(
                    new Rejection(RejectionCode.RECIPIENT_CONFLICT, "/recipient", "other content"));
        });

        assertThat(post("register-recipient", Bodies.COMPLETE.get("register-recipient"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aBusyLedgerSaysWhenToComeBack() {
        desk.answering(_ -> {
            throw new LedgerBusyException(new IllegalStateException("inside"));
        });

        var answer = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("UNAVAILABLE").doesNotContain("inside");
    }

    @Test
    void aReusedKeyIsAnErrorOfTheHeader() {
        desk.answering(_ -> {
            throw new IdempotencyKeyReusedException();
        });

        var answer = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(json(answer).at("/errors/0/header").asString()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase-everything", "Give-Consent", "give-consent/", "give-consent/x", "-"})
    void anUnknownCommandIsCalledThat(String name) {
        for (var request : List.of(command(name, "{}"), to("/v1/commands/" + name))) {
            var answer = send(request);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("code").asString()).isEqualTo("COMMAND_UNKNOWN");
        }
    }

    @Test
    void commandsArePosted() {
        var answer = send(to("/v1/commands/give-consent"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    @Test
    void whoCouldNotReadTheAnswerGetsNothingRecorded() {
        var answer = send(command("retire-recipient", Bodies.COMPLETE.get("retire-recipient"))
                .header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(desk.submissions()).isEmpty();
    }

    @Test
    void onlyJsonIsTaken() {
        var answer = send(to("/v1/commands/retire-recipient")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Bodies.COMPLETE.get("retire-recipient"))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
        assertThat(desk.submissions()).isEmpty();
    }

    @Test
    void aBodyHasItsLimit() {
        var answer = post("retire-recipient", " ".repeat(64 * 1024) + Bodies.COMPLETE.get("retire-recipient"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(desk.submissions()).isEmpty();
    }

    private static Answer recorded(RecordedEvent event, boolean replayed) {
        return new Answer(RecordingDesk.COMMAND_ID, List.of(), List.of(event), replayed);
    }
}
