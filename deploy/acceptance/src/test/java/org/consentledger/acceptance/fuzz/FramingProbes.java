package org.consentledger.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Messages that break HTTP, and messages whose end two readers may see in two places: what hides behind the first end must
 * never be taken for a request.
 */
record FramingProbes(Operation operation, Message harmless, RandomGenerator random) {

    private static final String KIND = "framing";

    private static final String HIDDEN_BODY =
            "{\"recipient\":\"" + Texts.MARK + "\",\"name\":\"a\",\"class\":\"SUB_SUPPLIER\",\"country\":\"IT\"}";

    /** If this is ever carried out, the ledger says so. */
    private static final String HIDDEN = "POST /v1/commands/register-recipient HTTP/1.1\r\nHost: a\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + HIDDEN_BODY.length() + "\r\n\r\n" + HIDDEN_BODY;

    private static final String CHUNKED = "Transfer-Encoding: chunked";

    /** Behind the first two bytes, a reader that believes in chunks sees the end. */
    private static final String CHUNKS_THEN_HIDDEN = "2\r\n{}\r\n0\r\n\r\n" + HIDDEN;

    List<Probe> all() {
        var messages = new ArrayList<Message>();
        lengths().map(this::lengthsOfTwo).forEach(messages::add);
        codings()
                .map(line -> plain(CHUNKS_THEN_HIDDEN).with(line, length(CHUNKS_THEN_HIDDEN)))
                .forEach(messages::add);
        codings()
                .filter(line -> !line.equals(CHUNKED))
                .map(line -> plain("2\r\n{}\r\n0\r\n\r\n").with(line))
                .forEach(messages::add);
        chunks().map(body -> plain(body).with(CHUNKED)).forEach(messages::add);
        headers().map(line -> harmless.with(line)).forEach(messages::add);
        hosts().map(line -> harmless.hostless().with(line)).forEach(messages::add);
        requestLines().map(harmless::asking).forEach(messages::add);
        messages.add(harmless.hostless());
        messages.add(plain("{").with("Content-Length: 1000"));
        messages.add(harmless.with("Expect: " + Texts.MARK));
        return Texts.some(messages, messages.size() / 2, random).stream()
                .map(message -> Probe.alone(KIND, "broken HTTP", operation, message, new Expectation.Broken()))
                .toList();
    }

    private Message lengthsOfTwo(String lines) {
        return plain("{}" + HIDDEN).with(lines.split("\r\n", -1));
    }

    private Message plain(String body) {
        return Message.of(
                operation.method(),
                harmless.requestLine().split(" ", -1)[1],
                List.of("Content-Type: application/json"),
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String length(String body) {
        return "Content-Length: " + body.length();
    }

    private static Stream<String> lengths() {
        return Stream.of(
                "Content-Length: 2\r\nContent-Length: " + (HIDDEN.length() + 2),
                "Content-Length: " + (HIDDEN.length() + 2) + "\r\nContent-Length: 2",
                "Content-Length: 2, 2",
                "Content-Length: 2,3",
                "Content-Length: +2",
                "Content-Length: -2",
                "Content-Length: 0x2",
                "Content-Length: 2a",
                "Content-Length: 2 2",
                "Content-Length: \u00B2",
                "Content-Length: 2.0",
                "Content-Length:",
                "Content-Length: 99999999999999999999999",
                "Content-Length: 18446744073709551618",
                "Content-Length : 2",
                "Content-Length\u0000: 2");
    }

    private static Stream<String> codings() {
        return Stream.of(
                CHUNKED,
                "Transfer-Encoding: Chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: \u000Bchunked",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding:");
    }

    private static Stream<String> chunks() {
        return Stream.of(
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "80000000\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2\r\n{}zz\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "3\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n",
                "2\r\n{}\r\n0\r\n",
                "\r\n\r\n",
                "2;" + "a".repeat(10_000) + "\r\n{}\r\n0\r\n\r\n",
                "2;a=\"\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nContent-Length: 5\r\nTransfer-Encoding: identity\r\n\r\n",
                "2\r\n{}\r\n0\r\n" + Texts.MARK + "\r\n\r\n",
                "2\r\n{}\r\n0\r\nA: " + "a".repeat(20_000) + "\r\n\r\n");
    }

    private static Stream<String> headers() {
        return Stream.of(
                "X: a\rX-Injected: b",
                "X: a\nX-Injected: b",
                "X: a\u0000b",
                "X: a\r\n b",
                "X: \u0001\u0007\u001B",
                ": " + Texts.MARK,
                Texts.MARK,
                "X Y: z",
                " X: y",
                "X\u00E9: y",
                "X(): y",
                "X: " + "a".repeat(20_000),
                "X".repeat(20_000) + ": a",
                "Y: z\r\n".repeat(300) + "Y: z",
                "Idempotency-Key: a\u0000b",
                "Idempotency-Key: a\r\n b",
                "Content-Length: 0\r\nContent-Length: 0");
    }

    private static Stream<String> hosts() {
        return Stream.of(
                "Host: a\r\nHost: b",
                "Host:",
                "Host: a b",
                "Host: a@b",
                "Host: a/b",
                "Host: a:b",
                "Host: a:99999",
                "Host: [::1",
                "Host: " + Texts.MARK + "\u0000",
                "Host: " + Texts.MARK + "<script>",
                "Host: " + "a".repeat(5_000));
    }

    private Stream<String> requestLines() {
        var parts = harmless.requestLine().split(" ", -1);
        var start = parts[0] + " " + parts[1];
        return Stream.of(
                start,
                start + " ",
                start + " HTTP/0.9",
                start + " HTTP/1",
                start + " HTTP/1.10",
                start + " HTTP/2.0",
                start + " HTTP/3.0",
                start + " HTTP/9.9",
                start + " http/1.1",
                start + " HTTPS/1.1",
                start + " HTTP/1.1 " + Texts.MARK,
                start + " HTTP/1.1\u0000",
                start + " HTTP/1.1\r\r",
                parts[0] + "\t" + parts[1] + "\tHTTP/1.1",
                parts[0] + "  " + parts[1] + "  HTTP/1.1",
                " " + start + " HTTP/1.1",
                parts[0],
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003",
                "\u0000".repeat(100),
                "\u00FF\u00FE",
                "a".repeat(20_000));
    }
}
