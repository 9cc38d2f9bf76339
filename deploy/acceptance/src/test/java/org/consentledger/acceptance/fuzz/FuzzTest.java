package org.consentledger.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.standalone.ReferenceData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tens of thousands of bad requests, and then the ledger is as it was. {@code fuzz.requests} makes it longer or shorter,
 * {@code fuzz.seed} repeats a run.
 */
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest {

    private static final long REQUESTS = Long.getLong("fuzz.requests", 30_000);
    private static final long SEED = Long.getLong("fuzz.seed", 2016_10_01);

    /** Begins each line that this test prints itself. */
    private static final String OWN = "fuzz: ";

    private static RunningLedger ledger;
    private static Map<Service, Address> addresses;
    private static List<Operation> operations;
    private static Set<String> codes;

    @BeforeAll
    static void start() throws Exception {
        ledger = RunningLedger.start();
        addresses = Map.of(
                Service.COMMAND, Address.of(ledger.commands("/")), Service.QUERY, Address.of(ledger.queries("/")));
        assertThat(new ReferenceData(ledger.client()).load()).isEmpty();
        var documents = List.of(document(Service.COMMAND), document(Service.QUERY));
        operations = documents.stream()
                .flatMap(document -> document.operations().stream())
                .toList();
        codes = documents.stream()
                .flatMap(document -> document.problemCodes().stream())
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void noBadRequestGetsThroughAndTheLedgerIsAsBefore(CapturedOutput output) throws Exception {
        var samples = tellWhatIsInOrder();
        await().atMost(Duration.ofSeconds(30)).until(FuzzTest::isAtRest);
        var before = LedgerContent.of(ledger.database());
        var logged = output.getAll().length();

        var tally = bombard(new Probes(operations, samples));

        assertThat(tally.findings()).isEmpty();
        assertThat(tally.operations())
                .containsExactlyInAnyOrderElementsOf(operations.stream()
                        .filter(Probes::areMadeOf)
                        .map(Operation::id)
                        .toList());
        assertThat(LedgerContent.of(ledger.database())).isEqualTo(before);
        assertThat(unusual(output.getAll().substring(logged))).isEmpty();
        isWell();
    }

    /** One command of each kind, with nothing wrong in it: otherwise no answer says anything about what was spoiled. */
    private static Samples tellWhatIsInOrder() throws Exception {
        var samples = Samples.read();
        var event = "";
        var decision = "";
        var replay = "";
        var webhook = "";
        for (var operation : operations) {
            if (operation.isCommand()) {
                var body = new Body(new Exemplar(operation, samples).body());
                try (var caller = new Caller(addresses.get(operation.service()))) {
                    var answer = caller.ask(Message.json(operation, body.text()));
                    assertThat(answer.status())
                            .as("%s %s %s", operation, body.text(), answer.text())
                            .isIn(200, 201, 202);
                    var told = ProblemCheck.read(answer);
                    event = told.at("/events/0/id").asString(event);
                    decision = operation.id().equals("recordTransfer") ? event : decision;
                    replay = told.path("id").asString(replay);
                    webhook = told.at("/webhook/id").asString(webhook);
                }
            }
        }
        pause(webhook);
        var path = "/v1/replays/" + replay;
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.raw(path).contains("\"DONE\""));
        return samples.with("eventId", event)
                .with("decisionExplanation", "eventId", decision)
                .with("webhook", "id", webhook)
                .with("deadLetters", "id", webhook)
                .with("id", replay);
    }

    /** Otherwise it would go on by itself, and the ledger would not stay as it is. */
    private static void pause(String webhook) throws Exception {
        try (var caller = new Caller(addresses.get(Service.QUERY))) {
            var paused =
                    caller.ask(Message.sized("POST", "/v1/webhooks/" + webhook + "/pause", List.of(), new byte[0]));
            assertThat(paused.status()).as(paused.text()).isEqualTo(200);
        }
    }

    private static Tally bombard(Probes probes) throws Exception {
        var tally = new Tally();
        var barrage = new Barrage(addresses, new Judge(new ProblemCheck(codes)), tally);
        var begin = System.nanoTime();
        say("seed " + SEED + ", at least " + REQUESTS + " requests to " + operations.size() + " operations");
        for (var round = 0; tally.requests() < REQUESTS; round++) {
            barrage.send(probes.round(SEED + round));
            say("%d requests in %d s, %d findings"
                    .formatted(tally.requests(), secondsSince(begin), tally.findingsCount()));
        }
        tally.summary().lines().forEach(FuzzTest::say);
        return tally;
    }

    private static long secondsSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }

    /** Everything recorded is signed, and every projection has read it. */
    private static boolean isAtRest() {
        var head = JsonMapper.shared()
                .readTree(ledger.raw("/v1/events?after=999999999999"))
                .path("position")
                .asLong();
        return ledger.raw("/v1/log/checkpoint").contains("\n" + (head + 1) + "\n")
                && ledger.metricsOfQuery()
                        .lines()
                        .filter(line -> line.startsWith("projection_lag_events"))
                        .allMatch(line -> line.endsWith(" 0.0"));
    }

    /** Lines that are no ordinary ones of the log, errors, and whatever repeats a value that was sent. */
    private static List<String> unusual(String output) {
        return output.lines()
                .filter(line -> !line.startsWith(OWN))
                .filter(line -> !line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+\\S+ +(INFO|WARN) .*")
                        || line.contains(Texts.MARK))
                .limit(20)
                .toList();
    }

    private static void isWell() throws Exception {
        assertThat(Stream.of(ledger.healthOfCommand(), ledger.healthOfQuery()))
                .allSatisfy(health -> assertThat(health).contains("\"status\":\"UP\""));
        var recorded = ledger.send(
                "register-recipient",
                Map.of("recipient", "after-the-storm", "name", "a", "class", "SUB_SUPPLIER", "country", "IT"));
        assertThat(recorded.status()).isEqualTo(201);
        assertThat(ledger.ask("/v1/recipients/after-the-storm").status()).isEqualTo(200);
    }

    private static OpenApi document(Service service) throws Exception {
        try (var caller = new Caller(addresses.get(service))) {
            var answer = caller.ask(Message.get("/v1/openapi.json"));
            return new OpenApi(service, JsonMapper.shared().readTree(answer.text()));
        }
    }

    private static void say(String line) {
        System.out.println(OWN + line);
    }
}
