package org.consentledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line, against something that takes lines as the ledger does and remembers them. */
class ImporterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAPPING = """
            command = ${answer}
            command.value.Y = give-consent
            command.value.N = refuse-consent
            command.value.W = revoke-consent
            subject = crm-${id}
            notice = old-site
            noticeVersion = 2014
            purposes = ${what}
            purposes.separator = |
            purposes.value.mail = newsletter
            at = ${when}
            at.format = dd.MM.yyyy HH:mm
            at.zone = Europe/Rome
            channel = WEB_FORM
            form = EXPLICIT
            """;

    @TempDir
    Path folder;

    private final List<String> recorded = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Function<JsonNode, Integer> judge = _ -> 201;
    private int requestsUntilCut = Integer.MAX_VALUE;
    private HttpServer ledger;
    private Path table;

    @BeforeEach
    void start() throws IOException {
        ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ledger.createContext("/v1/commands", exchange -> {
            var first = Long.parseLong(exchange.getRequestURI().getQuery().replace("firstLine=", ""));
            var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
            var isCut = requestsUntilCut-- <= 0;
            exchange.sendResponseHeaders(200, 0);
            try (var answer = new PrintWriter(exchange.getResponseBody(), true, StandardCharsets.UTF_8)) {
                for (var i = 0; i < lines.length; i++) {
                    if (isCut && i == lines.length / 2) {
                        return;
                    }
                    if (!lines[i].isEmpty()) {
                        var line = JSON.readTree(lines[i]);
                        var isKnown = recorded.stream().anyMatch(lines[i]::equals);
                        var status = judge.apply(line);
                        if (status == 201 && !isKnown) {
                            recorded.add(lines[i]);
                        }
                        answer.println(
                                "{\"line\":" + (first + i) + ",\"status\":" + status
                                        + (isKnown ? ",\"replayed\":true" : "")
                                        + (status == 201
                                                ? "}"
                                                : ",\"problem\":{\"code\":\"INVALID_FIELD\",\"detail\":\"is wrong\",\"errors\":"
                                                        + "[{\"pointer\":\"/body/subject\",\"detail\":\"must be shorter\"}]}}"));
                    }
                }
                answer.println("{\"summary\":{}}");
            }
        });
        ledger.start();
        Files.writeString(folder.resolve("token"), "secret\n");
        Files.writeString(folder.resolve("mapping"), MAPPING);
    }

    @AfterEach
    void stop() {
        ledger.stop(0);
    }

    private int run(String rows, String... more) throws IOException {
        table = folder.resolve("consents.csv");
        Files.writeString(table, rows);
        return again(more);
    }

    private int again(String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "--name",
                        "crm",
                        "--mapping",
                        folder.resolve("mapping").toString(),
                        "--ledger",
                        "http://localhost:" + ledger.getAddress().getPort() + "/",
                        "--token-file",
                        folder.resolve("token").toString()),
                Stream.concat(Arrays.stream(more), Stream.of(table.toString())));
        return Importer.run(
                new PrintWriter(out, true), new PrintWriter(err, true), false, arguments.toArray(String[]::new));
    }

    private static String many(int rows) {
        var text = new StringBuilder("id,what,answer,when\n");
        for (var i = 1; i <= rows; i++) {
            text.append("planted-").append(i).append(",mail,Y,02.11.2016 11:15\n");
        }
        return text.toString();
    }

    @Test
    void rowsBecomeCommandsAsTheMappingSays() throws IOException {
        var exit = run("""
                id,what,answer,when
                planted-1,mail|calls,Y,02.11.2016 11:15
                "planted-2, the second",mail,W,01.07.2017 00:00
                """);

        assertThat(exit).as(err.toString()).isZero();
        assertThat(JSON.readTree(recorded.get(0))).isEqualTo(JSON.readTree("""
                {"command":"give-consent","idempotencyKey":"crm:1","body":{"subject":"crm-planted-1",
                 "purposes":["newsletter","calls"],"notice":"old-site","noticeVersion":"2014",
                 "evidence":{"channel":"WEB_FORM","form":"EXPLICIT"},"collectedAt":"2016-11-02T10:15:00Z"}}"""));
        assertThat(JSON.readTree(recorded.get(1))).isEqualTo(JSON.readTree("""
                {"command":"revoke-consent","idempotencyKey":"crm:2","body":{"subject":"crm-planted-2, the second",
                 "purposes":["newsletter"],"channel":"WEB_FORM","revokedAt":"2017-06-30T22:00:00Z"}}"""));
        assertThat(out.toString().strip()).isEqualTo("complete rows=2 accepted=2 known=0 rejected=0");
    }

    @Test
    void rejectedRowsStandBesideTheTableWithTheReason() throws IOException {
        judge = line -> line.at("/body/subject").asString().equals("crm-planted-3") ? 422 : 201;
        var exit = run(many(3) + "planted-4,mail,maybe,02.11.2016 11:15\nplanted-5,mail,Y,31.04.2016 11:15\n");

        assertThat(exit).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("consents.csv.rejected.csv")))
                .containsExactly(
                        "import_row,import_status,import_code,import_problem,id,what,answer,when",
                        "3,422,INVALID_FIELD,is wrong [/body/subject: must be shorter],planted-3,mail,Y,02.11.2016 11:15",
                        "4,,ROW_NOT_MAPPED,\"command must be give-consent, refuse-consent or revoke-consent\",planted-4,mail,maybe,02.11.2016 11:15",
                        "5,,ROW_NOT_MAPPED,at is not a time as the mapping says,planted-5,mail,Y,31.04.2016 11:15");
        assertThat(out.toString()).startsWith("complete rows=5 accepted=2 known=0 rejected=3");
        assertThat(err.toString()).doesNotContain("planted");
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        assertThat(run(many(3) + "planted-4,mail,maybe,02.11.2016 11:15\n", "--dry-run"))
                .isEqualTo(1);
        assertThat(recorded).isEmpty();
        assertThat(out.toString()).startsWith("complete rows=4 accepted=3 known=0 rejected=1 (dry run");
    }

    /** The answer of the third request breaks off halfway, and then nothing answers any more; another run goes on. */
    @Test
    void whatBrokeOffGoesOnAndNothingIsRecordedTwice() throws IOException {
        requestsUntilCut = 2;
        judge = line -> requestsUntilCut < -1 ? 503 : 201;
        assertThat(run(many(3_500), "--patience", "0")).isEqualTo(3);
        assertThat(recorded).hasSize(2_500);
        assertThat(out.toString()).startsWith("gave-up rows=2500 accepted=2500");

        requestsUntilCut = Integer.MAX_VALUE;
        judge = _ -> 201;
        assertThat(again()).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("complete rows=3500 accepted=3500 known=0 rejected=0");
        assertThat(recorded).hasSize(3_500).doesNotHaveDuplicates();

        assertThat(again("--from-start")).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("complete rows=3500 accepted=3500 known=3500 rejected=0");
        assertThat(recorded).hasSize(3_500);
    }

    @Test
    void aWrongMappingStopsEarly() throws IOException {
        judge = _ -> 422;
        assertThat(run(many(3_500), "--rejects-max", "10")).isEqualTo(3);
        assertThat(out.toString()).startsWith("too-many-rejected rows=1000");
        assertThat(recorded).isEmpty();

        judge = _ -> 201;
        assertThat(again()).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("complete rows=3500 accepted=3500 known=0 rejected=0");
        assertThat(recorded).hasSize(3_500);
        assertThat(folder.resolve("consents.csv.rejected.csv")).doesNotExist();
    }

    /** What was rejected before the ledger went away is not recorded because it came back, nor because somebody tried a mapping meanwhile. */
    @Test
    void rowsThatWereRejectedBeforeABreakCountInTheEnd() throws IOException {
        judge = line -> {
            var key = Integer.parseInt(line.path("idempotencyKey").asString("").replace("crm:", ""));
            return key <= 12 ? 422 : key > 1_500 ? 503 : 201;
        };
        assertThat(run(many(2_500), "--patience", "0")).isEqualTo(3);
        assertThat(out.toString()).startsWith("gave-up rows=1500 accepted=1488 known=0 rejected=12");
        assertThat(again("--dry-run", "--from-start")).isZero();

        judge = _ -> 201;
        assertThat(again()).isEqualTo(1);
        assertThat(out.toString().lines().toList().getLast())
                .startsWith("complete rows=2500 accepted=2488 known=0 rejected=12 see ");
        assertThat(Files.readAllLines(folder.resolve("consents.csv.rejected.csv")))
                .hasSize(13);
        assertThat(recorded).hasSize(2_488);
    }

    @Test
    void aTableThatGrewShorterIsAnotherOne() throws IOException {
        judge = line -> line.at("/body/subject").asString("").equals("crm-planted-1500") ? 503 : 201;
        assertThat(run(many(2_500), "--patience", "0")).isEqualTo(3);
        judge = _ -> 201;

        assertThat(run(many(3))).isEqualTo(2);
        assertThat(err.toString())
                .contains("importer: the table has 3 rows, and an earlier run of this name did 1499; if it is another");
        assertThat(again("--from-start")).isZero();
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() throws IOException {
        Files.writeString(folder.resolve("mapping"), MAPPING.replace("${when}", "${date}"));
        assertThat(run(many(1))).isEqualTo(2);
        Files.writeString(folder.resolve("mapping"), MAPPING + "colour = red\n");
        assertThat(again()).isEqualTo(2);
        Files.delete(folder.resolve("token"));
        Files.writeString(folder.resolve("mapping"), MAPPING);
        assertThat(again()).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "importer: the mapping names the column date, which the table has not",
                        "importer: the mapping says something of colour, which is no field",
                        "importer: the token file " + folder.resolve("token") + " cannot be read");
    }

    @Test
    void progressTellsRateAndTheTimeThatIsLeft() {
        var nanos = new long[1];
        var bar = new ProgressBar(new PrintWriter(err, true), true, 1_000, () -> nanos[0]);
        bar.at(0, 0);
        nanos[0] = 2_000_000_000L;
        bar.at(500, 250);

        assertThat(err.toString()).contains("[########").contains("25 %  500 rows  250/s  0:00:06 left");
    }

    @Test
    void columnsMayHaveTheNamesOfFields() {
        var mapping = Mapping.byName(List.of("command", "subject", "purposes", "at", "channel", "other"));

        assertThat(new TreeMap<>(mapping.fields()).keySet())
                .containsExactly(Field.COMMAND, Field.SUBJECT, Field.PURPOSES, Field.AT, Field.CHANNEL);
    }
}
