package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;

/** Whole services on one database, as if on machines of their own. */
class ManyNodesTest {

    private static final List<String> PROJECTIONS = List.of("consents", "transfers");

    @Test
    void shareTheProjectionsAndTakeOverWhatIsGivenUpOrLeftBehind() {
        var database = LedgerDatabase.fresh();
        try (var first = QueryService.on(database)) {
            await().atMost(20, SECONDS).until(() -> heldBy(first).equals(PROJECTIONS));
            try (var second = QueryService.on(database)) {
                await().atMost(20, SECONDS)
                        .until(() -> heldBy(first).size() == 1
                                && heldBy(second).size() == 1
                                && !heldBy(first).equals(heldBy(second)));
                assertThat(second.manage("/actuator/prometheus").body())
                        .contains("projection_here{projection=\"%s\"} 1.0"
                                .formatted(heldBy(second).getFirst()))
                        .contains("projection_here{projection=\"%s\"} 0.0"
                                .formatted(heldBy(first).getFirst()));

                answersOnBoth(first, second, "while-shared");
            }
            // the other went in good order: its share is taken over before its claim could run out
            await().atMost(3, SECONDS).until(() -> heldBy(first).equals(PROJECTIONS));

            leftBehindByTheDead(first);
            await().atMost(20, SECONDS).until(() -> heldBy(first).equals(PROJECTIONS));
            answersOnBoth(first, first, "taken-over");
        }
    }

    /** What failed in one node, and was done by another when that was over, is no trouble of the one. */
    @Test
    void areReadyAgainWhenAnotherTookOverWhatFailed() {
        try (var service = QueryService.on(LedgerDatabase.fresh())) {
            rename(service, "token_entry", "out_of_reach");
            await().atMost(20, SECONDS)
                    .until(() -> service.manage("/actuator/health/readiness").status() == 503);
            for (var projection : PROJECTIONS) {
                takenOver(service, projection, "another that has " + projection);
            }
            rename(service, "out_of_reach", "token_entry");

            await().atMost(20, SECONDS)
                    .until(() -> service.manage("/actuator/health/readiness").status() == 200);
            assertThat(heldBy(service)).isEmpty();
        }
    }

    private static void takenOver(QueryService service, String projection, String node) {
        service.jdbc()
                .sql("INSERT INTO projection.node VALUES (?, '{consents,transfers}', '{}', now() + interval '1 hour')")
                .param(node)
                .update();
        service.jdbc()
                .sql("UPDATE projection.out_of_reach SET owner = ?, timestamp = ? WHERE processor_name = ?")
                .params(node, Instant.now().plus(Duration.ofHours(1)).toString(), projection)
                .update();
    }

    private static void rename(QueryService service, String table, String name) {
        service.jdbc()
                .sql("ALTER TABLE projection.%s RENAME TO %s".formatted(table, name))
                .update();
    }

    /** One that says nothing any more, and whose clock was an hour ahead when it claimed. */
    private static void leftBehindByTheDead(QueryService service) {
        service.jdbc()
                .sql("INSERT INTO projection.node VALUES ('dead', '{consents,transfers}', '{}', clock_timestamp())")
                .update();
        service.jdbc()
                .sql("UPDATE projection.token_entry SET owner = 'dead', timestamp = ?")
                .param(Instant.now().plus(Duration.ofHours(1)).toString())
                .update();
        await().until(() -> heldBy(service).isEmpty());
    }

    private static void answersOnBoth(QueryService first, QueryService second, String purpose) {
        first.recorder().record(Facts.given("planted-many", purpose, "2016-11-02"));
        var path = "/v1/subjects/planted-many/consents?minPosition="
                + first.recorder().position();
        Stream.of(first, second)
                .forEach(node -> assertThat(node.ask(path).body()).contains('"' + purpose + '"'));
    }

    private static List<String> heldBy(QueryService service) {
        return PROJECTIONS.stream()
                .filter(name -> service.manage("/actuator/projections/" + name)
                        .json()
                        .get("here")
                        .asBoolean())
                .toList();
    }
}
