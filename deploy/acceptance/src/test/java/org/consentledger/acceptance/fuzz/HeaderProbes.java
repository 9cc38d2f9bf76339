package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Headers that are wrong, and headers that must not move anything. */
final class HeaderProbes {

    private static final String KIND = "header";

    /** None of these is read by anything, and none may be believed. */
    private static final List<String> IDLE = List.of(
            "X-Request-Id: " + Texts.MARK + " with spaces",
            "X-Request-Id: \"" + Texts.MARK + "\"",
            "X-Request-Id: ${jndi:ldap://" + Texts.MARK + "}",
            "X-Request-Id: " + "a".repeat(65),
            "X-Request-Id:",
            "X-Request-Id: \u00FF" + Texts.MARK,
            "X-HTTP-Method-Override: DELETE",
            "X-Method-Override: PUT",
            "X-Original-URL: /actuator/env",
            "X-Rewrite-URL: /actuator/env",
            "X-Forwarded-For: " + Texts.MARK,
            "X-Forwarded-Host: " + Texts.MARK + ".invalid",
            "X-Forwarded-Prefix: /" + Texts.MARK,
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Port: 99999999999",
            "Forwarded: for=" + Texts.MARK + ";host=" + Texts.MARK + ".invalid;proto=https",
            "Origin: https://" + Texts.MARK + ".invalid",
            "Referer: https://" + Texts.MARK + ".invalid/",
            "User-Agent: ${jndi:ldap://" + Texts.MARK + "/a}",
            "Cookie: JSESSIONID=" + Texts.MARK + "; $Version=1; a=\"",
            "Accept-Language: ${" + Texts.MARK + "}, *;q=9",
            "Accept-Language: " + "a-".repeat(500),
            "Accept-Charset: " + Texts.MARK,
            "Accept-Encoding: " + Texts.MARK + ";q=x",
            "Range: bytes=0-,-1,9999999999999999999-",
            "If-Match: " + Texts.MARK,
            "If-Modified-Since: Fri, 31 Feb 9999 25:61:61 GMT",
            "If-Unmodified-Since: " + Texts.MARK,
            "If-Range: \"" + Texts.MARK,
            "Date: " + Texts.MARK,
            "Upgrade: h2c, websocket",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "Trailer: Content-Length",
            "Via: 9.9 " + Texts.MARK,
            "Max-Forwards: -1",
            "Proxy: http://" + Texts.MARK + ".invalid",
            "Content-Location: /" + Texts.MARK,
            "Content-Disposition: attachment; filename=\"../" + Texts.MARK + "\"",
            "Content-Language: " + Texts.MARK,
            "Content-MD5: " + Texts.MARK,
            "Last-Event-ID: 0",
            "traceparent: 00-" + Texts.MARK,
            "baggage: " + Texts.MARK + "=%zz",
            "Sec-Fetch-Site: cross-site",
            "Sec-GPC: 1");

    private static final List<String> NO_KEY = List.of(
            "",
            " ",
            "\"a b\"",
            Texts.MARK + " " + Texts.MARK,
            Texts.MARK + "\t" + Texts.MARK,
            Texts.ofLength(201),
            Texts.ofLength(4_000),
            "\u00E9" + Texts.MARK,
            Texts.MARK + "\u00FF",
            "\u00C3\u00A9",
            "\u0080");
    private static final List<String> NO_NUMBER =
            List.of("", "a", Texts.MARK, "-2", "1.0", "0x1", "1 2", "1,2", "9223372036854775808", "\u00B2", "null");
    private static final List<String> NOT_OFFERED = List.of(
            "application/xml",
            "image/png",
            "text/" + Texts.MARK,
            "/",
            "a/",
            "application/json/json",
            "*/json",
            ";",
            "application/json;q=2",
            "\u00E4/\u00E4");

    private final Operation operation;
    private final Message valid;
    private final Samples samples;
    private final RandomGenerator random;

    HeaderProbes(Operation operation, Message valid, Samples samples, RandomGenerator random) {
        this.operation = operation;
        this.valid = valid;
        this.samples = samples;
        this.random = random;
    }

    List<Probe> all() {
        return Stream.of(
                        operation.in(Parameter.Place.HEADER).flatMap(this::wrong),
                        Texts.some(NOT_OFFERED, 5, random).stream().map(this::notOffered),
                        Texts.some(IDLE, 12, random).stream().map(this::idle))
                .flatMap(probes -> probes)
                .toList();
    }

    private Stream<Probe> wrong(Parameter header) {
        var values = header.schema().type().equals("integer") ? NO_NUMBER : NO_KEY;
        var counting = samples.acceptedWith(header.name())
                .map(type -> valid.with("Accept: " + type))
                .orElse(valid);
        var lines = values.stream().map(value -> counting.with(header.name() + ": " + value));
        var twice = counting.with(header.name() + ": 1", header.name() + ": 2");
        return Stream.concat(lines, Stream.of(twice))
                .map(message -> probe(header.name() + ": wrong", message, Expectation.Named.of(header)));
    }

    private Probe notOffered(String type) {
        return probe(
                "Accept: not offered",
                valid.with("Accept: " + type),
                Expectation.TurnedAway.as("NOT_ACCEPTABLE", "MALFORMED_REQUEST"));
    }

    private Probe idle(String line) {
        var isCommand = operation.isCommand();
        var message = isCommand ? Message.json(operation, "{}") : valid;
        return probe(
                "a header that means nothing here",
                message.with(line),
                isCommand ? Expectation.TurnedAway.as("INVALID_FIELD") : Expectation.Answered.with(200));
    }

    private Probe probe(String spoiled, Message message, Expectation expectation) {
        return Probe.of(KIND, spoiled, operation, message, expectation);
    }
}
