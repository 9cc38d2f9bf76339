package org.consentledger.chaos.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.call.Credentials;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.disturbance.Recovery;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.ReferenceCatalogue;
import org.consentledger.importing.Importer;
import org.consentledger.standalone.token.Role;
import org.junit.jupiter.api.Test;

/** Real processes under load are told to stop by SIGTERM, as Kubernetes, systemd and people do. */
class StopTest {

    /** 128 and the number of SIGTERM: how Java ends when it was told to. */
    private static final int TOLD_TO_STOP = 143;

    /** Below the 20 s that requests are waited for: nothing here may use that up, on a machine that is busy besides. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(18);

    private static final int IMPORTED = 4_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void callersNoticeNothingAndNothingAcknowledgedIsLost() throws Exception {
        try (var ground = Ground.start(Path.of("target", "stop"));
                var calls = new Calls()) {
            Recovery.awaitFirst(ground, calls);
            ReferenceCatalogue.tell(calls, ground.commandNodes().getFirst());
            try (var balancer = new Balancer(ground.commandNodes());
                    var callers = new Callers(balancer)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> callers.acknowledged.size() > 300);
                stopsQuery(ground);
                stopsCommand(ground.commandNodes().getFirst(), balancer, callers);
                callers.end();

                assertThat(callers.failures).isEmpty();
                assertThat(lost(ground, callers)).isZero();
            }
            survivesAKillDuringAnImport(ground);
        }
    }

    /** Followers are let go in good order, and no replay is left as if it ran. */
    private void stopsQuery(Ground ground) throws Exception {
        var query = ground.query();
        var follower = follow(query);
        var replay = http.send(
                request(query, "/v1/replays")
                        .POST(BodyPublishers.ofString("{\"of\": \"EVERYTHING\"}"))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
        assertThat(replay.statusCode()).as(replay.body()).isEqualTo(202);

        ends(query);

        // a stream that is cut off ends with an exception, not with its end
        assertThat(follower.get(1, TimeUnit.SECONDS)).contains("event: ");
        // it may have ended before the stop: that one which runs goes back is ReplayLifeTest's, this is that none is
        // left behind
        assertThat(count(ground, "SELECT count(*) FROM replay.replay WHERE state IN ('QUEUED', 'DONE')"))
                .isOne();
    }

    private CompletableFuture<String> follow(Node query) throws IOException, InterruptedException {
        var stream = http.send(
                request(query, "/v1/events")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> all(stream.body()), Thread::startVirtualThread);
    }

    private static String all(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It answers on while the balancer still sends, and by then nobody's connection is open. */
    private static void stopsCommand(Node node, Balancer balancer, Callers callers) throws Exception {
        ends(node);

        assertThat(balancer.isReady(node)).isFalse();
        var before = callers.acknowledged.size();
        await().atMost(Duration.ofSeconds(20)).until(() -> callers.acknowledged.size() > before + 50);
    }

    private static void ends(Node node) throws Exception {
        var begun = System.nanoTime();
        node.tellToStop();

        assertThat(node.ended().get(60, TimeUnit.SECONDS)).isEqualTo(TOLD_TO_STOP);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as(node + " ends")
                .isLessThan(ENDS_WITHIN);
        assertThat(Files.readString(node.log())).contains("told to stop").doesNotContain("Exception", "aborted with");
    }

    /** SIGKILL in the middle: the importer finds the service again and ends as if nothing had been, with each row recorded once. */
    private static void survivesAKillDuringAnImport(Ground ground) throws Exception {
        var node = ground.commandNodes().getLast();
        var table = Files.writeString(ground.folder().resolve("consents.csv"), consents());
        var token = Files.writeString(
                ground.folder().resolve("token"), Credentials.of(Role.WRITER).substring("Bearer ".length()));
        var before = count(ground, "SELECT count(*) FROM ledger.event");
        var told = new StringWriter();
        var importing = CompletableFuture.supplyAsync(
                () -> Importer.run(
                        new PrintWriter(told, true),
                        new PrintWriter(told, true),
                        false,
                        "--name",
                        "chaos",
                        "--ledger",
                        node.url("").toString(),
                        "--token-file",
                        token.toString(),
                        table.toString()),
                Thread::startVirtualThread);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(ground, "SELECT count(*) FROM ledger.event") > before + IMPORTED / 4);
        node.kill();
        assertThat(importing).isNotDone();
        node.startAgain(ClockShift.NONE);

        assertThat(importing.get(120, TimeUnit.SECONDS)).as(told.toString()).isZero();
        assertThat(told.toString()).contains("complete rows=" + IMPORTED + " accepted=" + IMPORTED);
        assertThat(count(ground, "SELECT count(*) FROM ledger.event")).isEqualTo(before + IMPORTED);
    }

    private static String consents() {
        var rows = new StringBuilder("command,subject,notice,noticeVersion,purposes,at,channel,form\n");
        for (var i = 0; i < IMPORTED; i++) {
            rows.append("give-consent,planted-imported-")
                    .append(i)
                    .append(",reference,2016-10,business-notices,2016-11-02T10:15:00Z,PRINTED_FORM,EXPLICIT\n");
        }
        return rows.toString();
    }

    private HttpRequest.Builder request(Node node, String path) {
        URI url = node.directUrl(path);
        return HttpRequest.newBuilder(url)
                .header("Authorization", Credentials.of(Role.AUDITOR))
                .header("X-Purpose-Of-Access", "stop test");
    }

    /** Acknowledged positions that are not in the ledger. */
    private static long lost(Ground ground, Callers callers) throws SQLException {
        try (var connection = ground.postgres().connect();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM unnest(?) AS told(position) WHERE NOT EXISTS (SELECT FROM ledger.event e"
                                + " WHERE e.position = told.position)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", callers.acknowledged.keySet().toArray()));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static long count(Ground ground, String sql) throws SQLException {
        try (var connection = ground.postgres().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
