package org.consentledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.ledger.trace.TraceParent;
import org.consentledger.query.replay.ReplayUnderTest;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.consentledger.query.webhook.WebhookClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds the description of the interface and the interface together. */
class OpenApiTest {

    private static final QueryService SERVICE = QueryService.shared();

    /** Of those here, one has it. */
    private static final String OF_SOME_EVENTS = "traceparent";

    /** What is left out where there is nothing to say; everything else is always there. */
    private static final Set<String> OPTIONAL = Set.of("clientid", OF_SOME_EVENTS);

    private static JsonNode document;

    @BeforeAll
    static void read() {
        document = SERVICE.ask("/v1/openapi.json").json();
        var trace = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        try (var _ = Span.wrap(trace.spanContext()).makeCurrent()) {
            SERVICE.recorder().record(Facts.given("planted-described", "business-notices", "2016-11-02"));
        }
        SERVICE.recorder()
                .record(
                        Facts.objected("planted-described", "interest-ads", "2016-11-02"),
                        Facts.permitted("planted-described", "mailing-house", "2016-11-03"),
                        Facts.transferRefused("planted-described", "nobody", "2016-11-03"));
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        for (var path : document.get("paths").propertyNames()) {
            for (var method : document.get("paths").get(path).propertyNames()) {
                described.add(method + " " + path);
            }
        }

        assertThat(described)
                .isEqualTo(new TreeSet<>(routes().flatMap(OpenApiTest::names).toList()));
    }

    @Test
    void describesEveryParameter() {
        routes().forEach(route -> {
            var method = route.methods().getFirst().toLowerCase(Locale.ROOT);
            var parameters =
                    names(document.get("paths").get(route.path()).get(method).get("parameters"), "name");
            assertThat(parameters)
                    .containsAll(Stream.of(route.handler().getMethodParameters())
                            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                            .map(parameter -> parameter.getParameter().getName())
                            .toList());
        });
    }

    @Test
    void saysWhatEachRouteIsFor() {
        var ids = new TreeSet<String>();
        for (var path : document.get("paths").propertyNames()) {
            for (var described : document.get("paths").get(path).properties()) {
                var operation = described.getValue();
                assertThat(operation.get("summary").asString()).isNotBlank();
                assertThat(operation.get("responses").propertyNames())
                        .as(described.getKey() + " " + path)
                        .contains(
                                described.getKey().equals("get")
                                        ? new String[] {"200", "422", "503"}
                                        : new String[] {"422", "503"});
                assertThat(ids.add(operation.get("operationId").asString())).isTrue();
            }
        }
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("info").get("title").asString()).isEqualTo("Consent ledger: queries");
        assertThat(operation("/v1/events")
                        .get("responses")
                        .get("200")
                        .get("content")
                        .propertyNames())
                .containsExactlyInAnyOrder(
                        "application/json",
                        "application/cloudevents-batch+json",
                        "application/x-ndjson",
                        "text/event-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/subjects/planted-described/consents",
                "/v1/subjects/planted-described/consents?knownAt=1000",
                "/v1/subjects/planted-described/consents/difference?fromAsOf=2016-01-01T00:00:00Z",
                "/v1/subjects/planted-described/consents/difference?fromKnownAt=0",
                "/v1/subjects/planted-described/transfers",
                "/v1/subjects/planted-described/history",
                "/v1/recipients",
                "/v1/recipients/mailing-house",
                "/v1/recipients/mailing-house/transfers",
                "/v1/notices",
                "/v1/notices/reference/2016-10",
                "/v1/decisions?subject=planted-described&recipient=mailing-house&purpose=warranty&category=contact",
                "/v1/decisions?subject=planted-described&recipient=nobody&purpose=warranty&category=contact",
                "/v1/events?limit=500",
                "/v1/accesses",
                "/v1/subjects/described/accesses",
                "/v1/subjects/planted-described/report",
                "/v1/recipients/mailing-house/report?from=2016-01-01T00:00:00Z",
                "/v1/reports/overview?from=2016-01-01T00:00:00Z",
                "/v1/reports/expiring?days=3660",
                "/v1/log/proof/inclusion?position=0",
                "/v1/log/proof/consistency?from=1",
            })
    void describesWhatIsAnswered(String query) {
        // the log answers for what was signed, and takes no minPosition
        await().untilAsserted(() -> assertThat(answer(query).status()).isEqualTo(200));
        var answer = answer(query);
        var schema = operation(template(query)).at("/responses/200/content/application~1json/schema");

        assertMatches(schema, answer.json(), query);
    }

    @Test
    void describesReceipts() {
        var id = SERVICE.recorder().record(Facts.given("planted-described", "business-notices", "2016-11-04"));
        var ok = operation("/v1/receipts/{eventId}").at("/responses/200/content");

        assertThat(ok.propertyNames()).containsExactlyInAnyOrder("application/json", "text/html");
        assertMatches(
                ok.at("/application~1json/schema"),
                SERVICE.ask("/v1/receipts/" + id).json(),
                "receipt");
    }

    @Test
    void describesExplanationsOfDecisions() {
        var schema = operation("/v1/decisions/{eventId}").at("/responses/200/content/application~1json/schema");
        for (var decision : List.of(
                Facts.permitted("planted-described", "mailing-house", "2016-11-05"),
                Facts.transferRefused("planted-described", "nobody", "2016-11-05"))) {
            var answer = SERVICE.get("/v1/decisions/" + SERVICE.recorder().record(decision));

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertMatches(schema, answer.json(), decision.toString());
        }
    }

    @Test
    void describesReplays() {
        var replays = new ReplayUnderTest(SERVICE);
        var started = replays.post("{\"of\":\"EVERYTHING\"}");
        var path = "/v1/replays/" + started.json().get("id").asString();
        var described = document.at("/paths/~1v1~1replays/post/responses/202/content/application~1json/schema");

        assertMatches(described, started.json(), "started");
        assertMatches(described, replays.ended(path), "ended");
        assertMatches(
                operation("/v1/replays").at("/responses/200/content/application~1json/schema"),
                SERVICE.ask("/v1/replays").json(),
                "replays");
        assertThat(operation("/v1/replays/{id}/consents")
                        .at("/responses/200/content")
                        .propertyNames())
                .containsExactlyInAnyOrder("application/json", "text/csv");
        for (var result : List.of("consents", "objections", "transfers", "differences")) {
            assertMatches(
                    operation("/v1/replays/{id}/" + result).at("/responses/200/content/application~1json/schema"),
                    SERVICE.ask(path + "/" + result).json(),
                    result);
        }
    }

    @Test
    void describesWebhooks() {
        var webhooks = WebhookClient.of(SERVICE);
        var created = webhooks.ask(
                "POST", "/v1/webhooks", "{\"url\":\"https://receiver.invalid/\",\"types\":[\"SubjectErased\"]}");
        var path = created.header("Location");

        assertMatches(
                document.at("/paths/~1v1~1webhooks/post/responses/201/content/application~1json/schema"),
                created.json(),
                "created");
        assertMatches(
                operation("/v1/webhooks").at("/responses/200/content/application~1json/schema"),
                webhooks.ask("GET", "/v1/webhooks", "").json(),
                "webhooks");
        assertMatches(
                operation("/v1/webhooks/{id}/dead-letters").at("/responses/200/content/application~1json/schema"),
                webhooks.ask("GET", path + "/dead-letters", "").json(),
                "dead letters");
        assertThat(webhooks.ask("DELETE", path, "").status()).isEqualTo(204);
    }

    private static Response answer(String query) {
        return query.startsWith("/v1/log/") ? SERVICE.ask(query) : SERVICE.get(query);
    }

    @Test
    void showsItself() {
        assertThat(SERVICE.ask("/v1/docs").status()).isIn(200, 302);
    }

    private static void assertMatches(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            assertMatches(document.at(schema.get("$ref").asString().substring(1)), value, where);
        } else if (schema.has("anyOf")) {
            if (!value.isNull()) {
                assertMatches(schema.get("anyOf").get(0), value, where);
            }
        } else {
            assertThat(types(schema)).as(where).contains(type(value));
            if (schema.has("enum")) {
                assertThat(schema.get("enum").valueStream()).as(where).contains(value);
            }
            if (value.isArray()) {
                value.forEach(item -> assertMatches(schema.get("items"), item, where + "[]"));
            } else if (value.isObject() && schema.has("properties")) {
                assertThat(value.propertyNames())
                        .as(where)
                        .containsExactlyInAnyOrderElementsOf(schema.get("properties").propertyNames().stream()
                                .filter(name -> value.has(name) || !name.equals(OF_SOME_EVENTS))
                                .toList())
                        .containsAll(names(schema.get("required")))
                        .allMatch(name -> OPTIONAL.contains(name)
                                || names(schema.get("required")).contains(name));
                for (var name : value.propertyNames()) {
                    assertMatches(schema.get("properties").get(name), value.get(name), where + "." + name);
                }
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        return schema.get("type").isArray()
                ? names(schema.get("type"))
                : List.of(schema.get("type").asString());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            default -> "null";
        };
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(@Nullable JsonNode array, String field) {
        return array == null
                ? List.of()
                : array.valueStream().map(item -> item.get(field).asString()).toList();
    }

    private static JsonNode operation(String path) {
        return document.get("paths").get(path).get("get");
    }

    private static String template(String query) {
        return query.replaceFirst("\\?.*", "")
                .replaceFirst("/subjects/[^/]+", "/subjects/{subject}")
                .replaceFirst("/recipients/[^/]+", "/recipients/{recipient}")
                .replaceFirst("/notices/[^/]+/[^/]+", "/notices/{notice}/{version}");
    }

    private record Route(String path, List<String> methods, HandlerMethod handler) {}

    private static Stream<String> names(Route route) {
        return route.methods().stream().map(method -> method.toLowerCase(Locale.ROOT) + " " + route.path());
    }

    private static Stream<Route> routes() {
        return SERVICE
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.consentledger.query."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        // pages are for people
                        .filter(path -> path.startsWith("/v1/"))
                        // the description knows no mark for the rest of a path
                        .map(path -> new Route(
                                path.replace("{*", "{"),
                                entry.getKey().getMethodsCondition().getMethods().stream()
                                        .map(Enum::name)
                                        .toList(),
                                entry.getValue())));
    }
}
