package org.consentledger.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.standalone.ReferenceData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is odd and yet in order is taken, and comes back as it was sent. */
@ExtendWith(OutputCaptureExtension.class)
class RoundTripTest {

    /** Only a field of the caller's own words takes this. */
    private static final String OWN_WORDS = "<any words>";

    private static final String ERASED = "eraseSubject";

    private static RunningLedger ledger;
    private static List<Operation> commands;
    private static final Samples SAMPLES = Samples.read();
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        ledger = RunningLedger.start();
        assertThat(new ReferenceData(ledger.client()).load()).isEmpty();
        try (var caller = new Caller(Address.of(ledger.commands("/")))) {
            var document = JsonMapper.shared()
                    .readTree(caller.ask(Message.get("/v1/openapi.json")).text());
            // nothing can be said of a person of whom everything was erased
            commands = new OpenApi(Service.COMMAND, document)
                    .operations().stream()
                            .filter(Operation::isCommand)
                            .sorted(Comparator.comparing(
                                    operation -> operation.id().equals(ERASED)))
                            .toList();
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void oddTextsComeBackAsTheyWere(CapturedOutput output) {
        var logged = output.getAll().length();
        var kept = new TreeMap<String, Integer>();
        for (var text : Texts.ODD) {
            for (var command : commands) {
                for (var pointer : fields(command, schema -> isOwnWords(schema) && schema.takes(text))) {
                    var event = recorded(command, pointer, text);
                    assertThat(wordsOf(event, command, pointer, text))
                            .as("%s %s", command, pointer)
                            .contains(text);
                    kept.merge(command.id() + pointer, 1, Integer::sum);
                }
            }
        }

        assertThat(kept)
                .hasSizeGreaterThan(20)
                .allSatisfy((field, times) -> assertThat(times).as(field).isGreaterThan(50));
        assertThat(output.getAll().substring(logged)).doesNotContain(Texts.MARK, "ERROR", "Exception");
    }

    @Test
    void timesAtTheEdgesComeBackAsTheMomentsTheyAre() {
        var kept = new TreeMap<String, Integer>();
        Times.AT_THE_EDGES.forEach((time, moment) -> {
            for (var command : commands) {
                for (var pointer : fields(command, Schema::isTime)) {
                    var answer = ledger.sendAsIs(name(command), body(command, pointer, time), Map.of());
                    assertThat(answer.status())
                            .as("%s %s %s %s", command, pointer, time, answer.body())
                            .isIn(200, 201, 202, 403, 409, 422);
                    if (answer.status() == 201) {
                        assertThat(texts(event(answer).path("data")))
                                .as("%s %s", command, pointer)
                                .contains(moment);
                        kept.merge(command.id() + pointer, 1, Integer::sum);
                    }
                }
            }
        });
        assertThat(kept).hasSizeGreaterThan(5);
    }

    /** The event that says what the command said. */
    private static JsonNode recorded(Operation command, String pointer, String text) {
        var body = body(command, pointer, text);
        var answer = ledger.sendAsIs(name(command), body, Map.of());
        assertThat(answer.status()).as("%s %s %s", command, body, answer.body()).isIn(200, 201);
        return event(answer);
    }

    private static JsonNode event(RunningLedger.Answer answer) {
        return ledger.ask("/v1/events?limit=1&after=" + (answer.at("/position").asLong() - 1))
                .at("/events/0");
    }

    /** What is told afterwards: of a person by whoever asks for them, of all else by the event. */
    private static List<String> wordsOf(JsonNode event, Operation command, String pointer, String text) {
        if (!pointer.equals("/subject")) {
            return texts(event.path("data"));
        }
        // nothing is told of who was erased, and no path can name a person whose reference is dots
        return command.id().equals(ERASED) || text.matches("[.]+")
                ? List.of(text)
                : texts(ledger.ask("/v1/subjects/" + Target.encoded(text) + "/history")
                        .at("/subject"));
    }

    private static String name(Operation command) {
        return command.path().substring(command.path().lastIndexOf('/') + 1);
    }

    /** In order, of a person or a recipient of its own, with one field as given. */
    private static ObjectNode body(Operation command, String pointer, String text) {
        count++;
        var body = new Exemplar(command, SAMPLES).body();
        if (body.has("subject")) {
            body.put("subject", "round-trip-" + count);
        }
        if (command.id().equals("registerRecipient")) {
            body.put("recipient", "round-trip-" + count);
        }
        return (ObjectNode) JsonMapper.shared()
                .readTree(new Body(body).with(pointer, Texts.quoted(text, count % 2 == 0)));
    }

    private static boolean isOwnWords(Schema schema) {
        return !schema.isTime() && schema.takes(OWN_WORDS);
    }

    private static List<String> fields(Operation command, Predicate<Schema> wanted) {
        var pointers = new ArrayList<String>();
        collect("", Objects.requireNonNull(command.body()), wanted, pointers);
        return pointers;
    }

    private static void collect(String pointer, Schema schema, Predicate<Schema> wanted, List<String> pointers) {
        schema.properties().forEach((name, property) -> collect(pointer + "/" + name, property, wanted, pointers));
        if (schema.type().equals("string") && wanted.test(schema)) {
            pointers.add(pointer);
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isValueNode()
                ? List.of(node.asString(""))
                : node.valueStream().flatMap(child -> texts(child).stream()).toList();
    }
}
