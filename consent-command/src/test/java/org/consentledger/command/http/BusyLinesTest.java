package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.command.desk.LedgerBusyException;
import org.consentledger.command.desk.Submission;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;

/** Lines that the ledger cannot take at the moment. */
@SpringBootTest(
        classes = {CommandEdge.class, BusyLinesTest.Bulk.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "command.query-url=https://consent.example",
            "command.bulk-streams-max=1",
            "command.bulk-lines-at-work=8",
            "command.bulk-patience=300ms"
        })
class BusyLinesTest extends CommandEdgeTest {

    @ComponentScan("org.consentledger.command.bulk")
    static class Bulk {}

    private List<JsonNode> answers(String... lines) {
        var answer = send(to("/v1/commands")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private static String revoke(String subject, String key) {
        return "{\"command\":\"revoke-consent\",\"idempotencyKey\":\"" + key + "\",\"body\":{\"subject\":\"" + subject
                + "\",\"purposes\":[\"news\"],\"channel\":\"EMAIL\",\"revokedAt\":\"2016-12-01T08:00:00Z\"}}";
    }

    private static LedgerBusyException busy() {
        return new LedgerBusyException(new IllegalStateException("broken"));
    }

    @Test
    void aLineThatIsTakenInTheEndIsAnsweredAsIfNothingHadBeen() {
        var attempts = new AtomicInteger();
        desk.answering(_ -> {
            if (attempts.incrementAndGet() < 3) {
                throw busy();
            }
            return RecordingDesk.recorded();
        });
        var answers = answers(revoke("planted-a", "planted-1"));

        assertThat(answers.get(0).get("status").asInt()).isEqualTo(201);
        assertThat(answers.get(1).has("summary")).isTrue();
        assertThat(attempts).hasValue(3);
    }

    /** A revocation must not be recorded before the consent that it follows. */
    @Test
    void nothingOvertakesALineThatCannotBeTaken() {
        desk.answering(submission -> {
            if ("planted-stuck".equals(submission.idempotencyKey())) {
                throw busy();
            }
            return RecordingDesk.recorded();
        });
        var answers = answers(
                revoke("planted-a", "planted-1"),
                revoke("planted-b", "planted-stuck"),
                revoke("planted-b", "planted-behind"),
                "no JSON");

        assertThat(answers.get(0).get("status").asInt()).isEqualTo(201);
        assertThat(answers.get(1).get("status").asInt()).isEqualTo(503);
        assertThat(answers.get(2).get("status").asInt()).isEqualTo(503);
        assertThat(answers.getLast().at("/ended/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(desk.submissions().stream().map(Submission::idempotencyKey)).doesNotContain("planted-behind");
    }

    @Test
    void aFailureIsItsLinesOwn() {
        desk.answering(submission -> {
            if ("planted-broken".equals(submission.idempotencyKey())) {
                throw new IllegalStateException("broken");
            }
            return RecordingDesk.recorded();
        });
        var answers = answers(revoke("planted-a", "planted-broken"), revoke("planted-a", "planted-2"));

        assertThat(answers.get(0).at("/problem/code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(answers.get(1).get("status").asInt()).isEqualTo(201);
        assertThat(answers.get(2).has("summary")).isTrue();
    }

    @Test
    void whatIsNoLinesAtAllIsAProblemOfTheRequest() {
        var nothing = send(to("/v1/commands")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.noBody()));
        var longKey = send(to("/v1/commands")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "k".repeat(181))
                .POST(BodyPublishers.ofString(revoke("planted-a", "planted-1"))));
        var json = send(to("/v1/commands")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(revoke("planted-a", "planted-1"))));

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(longKey.statusCode()).isEqualTo(422);
        assertThat(json(longKey).at("/errors/0/header").asString()).isEqualTo("Idempotency-Key");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(desk.submissions()).isEmpty();
    }
}
