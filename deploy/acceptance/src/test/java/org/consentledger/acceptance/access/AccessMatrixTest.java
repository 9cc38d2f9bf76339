package org.consentledger.acceptance.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consentledger.command.ConsentCommand;
import org.consentledger.http.access.BadTokens;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.ConsentQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route that the services register, with every kind of token, against the table of who may call what. */
class AccessMatrixTest {

    private static final Set<String> OWN_RECIPIENTS =
            Set.of("GET /v1/recipients/{recipient}/transfers", "GET /v1/recipients/{recipient}/report");

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final Map<String, String> BAD_TOKENS = BadTokens.all();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServiceUnderTest command;
    private static ServiceUnderTest query;

    @BeforeAll
    static void start() {
        var database = LedgerDatabase.fresh();
        command = ServiceUnderTest.start(ConsentCommand.application(), database.properties(DatabaseRole.WRITER));
        query = ServiceUnderTest.start(ConsentQuery.application(), database.properties(DatabaseRole.READER));
    }

    @AfterAll
    static void stop() {
        command.close();
        query.close();
    }

    private record Part(String name, ApplicationContext context, String url) {}

    private static List<Part> parts() {
        return List.of(
                new Part("consent-command", command.context(), command.url()),
                new Part("consent-command management", command.management(), command.managementUrl()),
                new Part("consent-query", query.context(), query.url()),
                new Part("consent-query management", query.management(), query.managementUrl()));
    }

    @Test
    void the_table_has_exactly_the_routes_that_are_registered() {
        for (var part : parts()) {
            var registered = Route.of(part.context()).stream().map(Route::name).collect(toCollection(TreeSet::new));

            assertThat(MATRIX.rules().get(part.name()).keySet()).as(part.name()).isEqualTo(registered);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_route_answers_every_caller_as_the_table_says() {
        return parts().stream()
                .flatMap(part -> Route.of(part.context()).stream()
                        .map(route -> DynamicTest.dynamicTest(part.name() + ": " + route, () -> walk(part, route))));
    }

    private static void walk(Part part, Route route) throws Exception {
        var rule = MATRIX.rules().get(part.name()).get(route.name());
        assertThat(rule).as("a rule for " + route).isNotNull();

        var callers = callers();
        var answers = new TreeMap<String, String>();
        for (var caller : callers.entrySet()) {
            answers.put(caller.getKey(), outcome(part, route, caller.getValue()));
        }
        assertThat(answers).isEqualTo(rule.answers(BAD_TOKENS.keySet()));

        if (route.method().equals("GET")) {
            // the framework answers HEAD wherever it answers GET
            for (var caller : callers.entrySet()) {
                assertThat(answers.get(caller.getKey()))
                        .as("HEAD by " + caller.getKey())
                        .startsWith(headOutcome(part, route, caller.getValue()));
            }
        }
    }

    /** What a browser is shown: whoever is not known is led to sign in, and everybody else reads why not. */
    @TestFactory
    Stream<DynamicTest> every_page_tells_people_the_same() {
        return parts().stream()
                .flatMap(part -> Route.of(part.context()).stream()
                        .filter(Route::isPage)
                        .map(route -> DynamicTest.dynamicTest(part.name() + ": " + route, () -> look(part, route))));
    }

    private static void look(Part part, Route route) throws Exception {
        var rule = MATRIX.rules().get(part.name()).get(route.name());
        assertThat(rule).as("a rule for " + route).isNotNull();
        var expected = rule.answers(BAD_TOKENS.keySet());
        if (!rule.isPublic()) {
            expected.put("no token", "303 /sign-in");
        }

        var answers = new TreeMap<String, String>();
        for (var caller : callers().entrySet()) {
            answers.put(caller.getKey(), shown(part, route, caller.getValue()));
        }
        assertThat(answers).isEqualTo(expected);
    }

    private static String shown(Part part, Route route, Optional<String> authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(part.url() + route.path()))
                .method(route.method(), BodyPublishers.noBody())
                .header("Accept", "text/html,*/*;q=0.8");
        authorization.ifPresent(value -> request.header("Authorization", value));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(route.toString()).isLessThan(500);
        var location = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 303 -> location.startsWith("/sign-in") && !route.isSignIn() ? "303 /sign-in" : "in";
            case 401, 403 -> {
                assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
                yield answer.statusCode() + " "
                        + Stream.of("INVALID_TOKEN", "INSUFFICIENT_SCOPE")
                                .filter(answer.body()::contains)
                                .findFirst()
                                .orElse("and no code");
            }
            default -> "in";
        };
    }

    /** The value of the header Authorization by who calls; empty for nobody known. */
    private static Map<String, Optional<String>> callers() {
        var callers = new TreeMap<String, Optional<String>>();
        callers.put("no token", Optional.empty());
        BAD_TOKENS.forEach((wrong, token) -> callers.put(wrong, Optional.of("Bearer " + token)));
        for (var scope : Scope.values()) {
            callers.put(scope.value(), Optional.of(TestIssuer.authorization(scope)));
        }
        return callers;
    }

    /** Whether the caller got in; what was answered then does not matter, as long as it is no failure. */
    private static String outcome(Part part, Route route, Optional<String> authorization)
            throws IOException, InterruptedException {
        var answer = HTTP.send(request(part, route, route.method(), authorization), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            assertThat(answer.statusCode()).as(route + " of " + part.name()).isLessThan(500);
            return switch (answer.statusCode()) {
                case 401, 403 -> answer.statusCode() + " " + code(answer, body);
                default -> "in";
            };
        }
    }

    private static String headOutcome(Part part, Route route, Optional<String> authorization)
            throws IOException, InterruptedException {
        var status = HTTP.send(request(part, route, "HEAD", authorization), BodyHandlers.discarding())
                .statusCode();
        assertThat(status).as("HEAD " + route + " of " + part.name()).isLessThan(500);
        return status == 401 || status == 403 ? Integer.toString(status) : "in";
    }

    private static HttpRequest request(Part part, Route route, String method, Optional<String> authorization) {
        var request = HttpRequest.newBuilder(URI.create(part.url() + route.path()))
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .header("Content-Type", route.consumes());
        // whoever does not name HTML is told in JSON what is wrong, by a page too
        route.produces().stream()
                .filter(type -> !type.equals("text/html"))
                .findFirst()
                .ifPresent(type -> request.header("Accept", type));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static String code(HttpResponse<?> answer, InputStream body) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer ");
        return JsonMapper.shared().readTree(body.readAllBytes()).get("code").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query"})
    void the_descriptions_say_what_the_table_says(String service) throws Exception {
        var url = (service.equals("consent-command") ? command : query).url();
        var document = JsonMapper.shared()
                .readTree(HTTP.send(
                                HttpRequest.newBuilder(URI.create(url + "/v1/openapi.json"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());

        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                var rule = MATRIX.rules().get(service).get(name.replace("{path}", "{*path}"));

                assertThat(scopes(operation.getValue()))
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(described(name, rule));
            }
        }
    }

    /** consent:read does for a recipient's transfers, and the report on them, in that recipient's own token alone. */
    private static List<String> described(String route, AccessMatrix.Rule rule) {
        var more = OWN_RECIPIENTS.contains(route) ? Stream.of(Scope.CONSENT_READ) : Stream.<Scope>of();
        return Stream.concat(rule.scopes().stream(), more).map(Scope::value).toList();
    }

    private static List<String> scopes(JsonNode operation) {
        return StreamSupport.stream(operation.path("security").spliterator(), false)
                .map(requirement -> requirement.at("/bearer/0").asString())
                .toList();
    }
}
