package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to write an address that somebody between caller and service may read otherwise. */
record PathProbes(Operation operation, Message harmless) {

    private static final String KIND = "path";

    /** No such address can be. */
    private static final List<UnaryOperator<String>> IMPOSSIBLE = List.of(
            path -> path + ";a=b",
            path -> path + ";",
            path -> path.replaceFirst("/v1", "/v1;a=b"),
            path -> path + "%00",
            path -> path.replaceFirst("/v1", "/v1%00"),
            path -> path + "\u0000",
            path -> path + "\u0001",
            path -> path + "\u007F",
            path -> path + "%c0%af",
            path -> path + "/%c0%ae%c0%ae/",
            path -> path + "%ff",
            path -> path + "\u00FF",
            path -> path + "\u00C3\u00A9",
            path -> path + "%",
            path -> path + "%zz",
            path -> path + "%u002f",
            path -> path + "\\..\\",
            path -> path + "\"<>^`{|}",
            path -> path + " a",
            path -> path + "\ta",
            path -> "/.." + path,
            path -> "/../../../../etc/passwd",
            path -> path.substring(1),
            path -> "*",
            path -> "?",
            path -> "",
            path -> "javascript:alert(1)",
            path -> "//",
            path -> "localhost:80",
            path -> path + "?" + Texts.MARK + "=\u0000",
            path -> path + "?" + Texts.MARK + "=\"<>^`{|}");

    /** Whether these lead anywhere is the service's choice; where they lead they do no harm. */
    private static final List<UnaryOperator<String>> ODD = List.of(
            path -> path + "/",
            path -> "/" + path,
            path -> path.replace("/", "//"),
            path -> path.replaceFirst("/v1", "/v1/."),
            path -> path.replaceFirst("/v1", "/v1/x/.."),
            path -> path.replaceFirst("/v1", "/v1/x/%2e%2e"),
            path -> path.replaceFirst("/v1", "/%76%31"),
            path -> path.replaceFirst("/v1/", "/v1%2f"),
            path -> path.replaceFirst("/v1/", "/v1%5c"),
            path -> path.replaceFirst("/v1/", "/v1%252f"),
            path -> path + "%20",
            path -> path + "%0a",
            path -> path + "%0d%0aX-Injected:%20" + Texts.MARK,
            path -> path + ".json",
            path -> path + "~",
            path -> path + "/..%252f..%252f",
            path -> path.toUpperCase(Locale.ROOT),
            path -> "http://" + Texts.MARK + ".invalid" + path,
            path -> "http://" + Texts.MARK + ".invalid",
            path -> "http://a@b:c@d" + path,
            path -> "//" + Texts.MARK + ".invalid" + path,
            path -> path + "#" + Texts.MARK,
            path -> path + "/" + "a/".repeat(1_000),
            path -> path + "/" + "..%2f".repeat(1_000),
            path -> path + "a".repeat(7_000),
            path -> "/" + Texts.MARK,
            path -> "/v1/commands/" + Texts.MARK,
            path -> "/v1/commands/%24%7B7*7%7D",
            path -> "/actuator/env",
            path -> "/actuator/heapdump",
            path -> "/error",
            path -> "/WEB-INF/web.xml",
            path -> "/META-INF/MANIFEST.MF",
            path -> "/v1/docs/../../application.yaml",
            path -> "/v1/docs/..%2f..%2fapplication.yaml",
            path -> "/webjars/..%2f..%2fapplication.yaml",
            path -> "/swagger-ui/..%5c..%5capplication.yaml",
            path -> path + "?" + "a=b&".repeat(1_500),
            path -> path + "?&&&=&=&" + Texts.MARK,
            path -> path + "?" + "a".repeat(6_000),
            path -> path + "?a[]=1&a[0][b]=c");

    List<Probe> all() {
        return Stream.concat(
                        IMPOSSIBLE.stream().map(change -> probe("an impossible address", change, impossible())),
                        ODD.stream().map(change -> probe("an odd address", change, odd())))
                .toList();
    }

    private static Expectation impossible() {
        return Expectation.TurnedAway.as("MALFORMED_REQUEST", "NOT_FOUND", "COMMAND_UNKNOWN");
    }

    private Expectation odd() {
        return operation.isCommand()
                ? Expectation.TurnedAway.as(
                        "MALFORMED_REQUEST", "NOT_FOUND", "COMMAND_UNKNOWN", "INVALID_FIELD", "METHOD_NOT_ALLOWED")
                : Expectation.Answered.with(200, 400, 404, 405, 414, 422, 431);
    }

    private Probe probe(String spoiled, UnaryOperator<String> change, Expectation expectation) {
        var parts = harmless.requestLine().split(" ", 3);
        var path = parts[1].split("[?]", 2);
        var query = path.length > 1 ? "?" + path[1] : "";
        var changed = change.apply(path[0]);
        var line = parts[0] + " " + changed + (changed.contains("?") ? "" : query) + " " + parts[2];
        return Probe.alone(KIND, spoiled, operation, harmless.asking(line), expectation);
    }
}
