package org.consentledger.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Commands whose body is no JSON object in UTF-8, or says it is something else. */
final class BodyProbes {

    private static final String KIND = "body";
    private static final Expectation MALFORMED = Expectation.TurnedAway.as("MALFORMED_REQUEST");

    /** The limit of the service as it is shipped. */
    private static final int BYTES_MAX = 64 * 1024;

    private static final List<String> NO_OBJECT = List.of(
            "",
            " ",
            "\r\n\t",
            "null",
            "true",
            "0",
            "1e400",
            "\"\"",
            "\"" + Texts.MARK + "\"",
            "[]",
            "[{}]",
            "[null]",
            "{",
            "}",
            "{}{}",
            "[",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{,}",
            "{\"a\":1,}",
            "nul",
            "NaN",
            "Infinity",
            "-",
            "01",
            "'a'",
            "{a:1}",
            "{'a':1}",
            "/**/{}",
            "//\n{}",
            "#\n{}",
            "\u0000",
            "<a/>",
            "a=b",
            "--",
            "\\",
            "\"\\x\"",
            "\"\\ud800");

    private final Operation operation;
    private final String valid;
    private final Body body;
    private final RandomGenerator random;

    BodyProbes(Operation operation, Body body, RandomGenerator random) {
        this.operation = operation;
        this.body = body;
        this.valid = body.text();
        this.random = random;
    }

    List<Probe> all() {
        var probes = new ArrayList<Probe>();
        NO_OBJECT.forEach(text -> probes.add(probe("no object", text, MALFORMED)));
        broken().forEach(text -> probes.add(probe("broken JSON", text, MALFORMED)));
        encodings()
                .forEach(bytes -> probes.add(
                        Probe.of(KIND, "another encoding", operation, Message.json(operation, bytes), MALFORMED)));
        nested().forEach(text -> probes.add(probe("nested or long", text, MALFORMED)));
        probes.add(probe("too large", valid + " ".repeat(BYTES_MAX), Expectation.TurnedAway.as("BODY_TOO_LARGE")));
        probes.add(probe(
                "too large", "{\"" + "a".repeat(BYTES_MAX) + "\":1}", Expectation.TurnedAway.as("BODY_TOO_LARGE")));
        mediaTypes()
                .forEach(type -> probes.add(probe(
                        "media type",
                        typed(type),
                        Expectation.TurnedAway.as("MEDIA_TYPE_NOT_SUPPORTED", "MALFORMED_REQUEST"))));
        probes.add(probe(
                "packed",
                Message.json(operation, packed()).with("Content-Encoding: gzip"),
                Expectation.TurnedAway.as("MEDIA_TYPE_NOT_SUPPORTED", "MALFORMED_REQUEST")));
        return probes;
    }

    /** What one wrong character makes of it. */
    private Stream<String> broken() {
        var end = valid.length() - 1;
        return Stream.of(
                valid.substring(0, 1 + random.nextInt(end)),
                valid.substring(0, end),
                valid.substring(1),
                valid + valid,
                valid + "}",
                valid + Texts.MARK,
                valid + "\u0000",
                "[" + valid + "]",
                valid.substring(0, end) + ",}",
                valid.replaceFirst(":", "="),
                valid.replaceFirst(":", "::"),
                valid.replace('"', '\''),
                valid.replaceFirst("\"", "\u201C"),
                valid.replaceFirst("\\{", "{/*" + Texts.MARK + "*/"),
                valid.replaceFirst("\\{", "{\u00A0"),
                valid.replaceFirst("\\{\"", "{\"\t"),
                valid.replaceFirst("\\{\"", "{\"\\\\x"),
                valid.replaceFirst("\\{\"", "{\"\\\\u12"),
                valid.replaceFirst("\\{", "{" + Texts.MARK + ":1,"));
    }

    private Stream<byte[]> encodings() {
        var foreign = body.withMember("", "\"" + Texts.MARK + "\u00E9\"", "1", random);
        return Stream.of(
                valid.getBytes(StandardCharsets.UTF_16),
                valid.getBytes(StandardCharsets.UTF_16BE),
                valid.getBytes(StandardCharsets.UTF_16LE),
                valid.getBytes(Charset.forName("UTF-32")),
                ("\uFEFF" + valid).getBytes(StandardCharsets.UTF_8),
                foreign.getBytes(StandardCharsets.ISO_8859_1),
                foreign.getBytes(Charset.forName("windows-1252")),
                spliced(0xFF),
                spliced(0x80),
                spliced(0xC0, 0xAF),
                spliced(0xC0, 0x80),
                spliced(0xE0, 0x80, 0xAF),
                spliced(0xED, 0xA0, 0x80),
                spliced(0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80),
                spliced(0xF4, 0x90, 0x80, 0x80),
                spliced(0xF8, 0x88, 0x80, 0x80, 0x80),
                spliced(0xE2, 0x82),
                packed());
    }

    /** With bytes put into the middle of a text of it. */
    private byte[] spliced(int... bytes) {
        var place = valid.indexOf('"', valid.indexOf(':')) + 1;
        var spliced = new ByteArrayOutputStream();
        spliced.writeBytes(valid.substring(0, place).getBytes(StandardCharsets.UTF_8));
        Arrays.stream(bytes).forEach(spliced::write);
        spliced.writeBytes(valid.substring(place).getBytes(StandardCharsets.UTF_8));
        return spliced.toByteArray();
    }

    private Stream<String> nested() {
        var depth = 33 + random.nextInt(20_000);
        return Stream.of(
                "[".repeat(depth),
                "{\"a\":".repeat(Math.min(depth, 10_000)),
                "[".repeat(depth) + "]".repeat(depth),
                body.withMember("", "\"" + Texts.MARK + "\"", "[".repeat(depth) + "]".repeat(depth), random),
                body.withMember("", "\"" + Texts.MARK + "\"", "1".repeat(1_001 + random.nextInt(50_000)), random),
                body.withMember("", "\"" + Texts.MARK + "\"", "1." + "0".repeat(2_000) + "e1", random),
                body.withMember("", "\"" + Texts.MARK + "a".repeat(50_001) + "\"", "1", random));
    }

    private static Stream<String> mediaTypes() {
        return Stream.of(
                "",
                "/",
                "application",
                "application/",
                "*/*",
                "application/*",
                "application/jsonx",
                "text/json",
                "text/plain",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a",
                "multipart/form-data",
                "application/octet-stream",
                "application/problem+json",
                "application/merge-patch+json",
                "application/cbor",
                "application/yaml",
                "application/x-java-serialized-object",
                "application/json;charset=utf-16",
                "application/json;charset=latin1",
                "application/json;charset=utf-7",
                "application/json;charset=" + Texts.MARK,
                "application/json;charset=\"",
                "application/json;charset=",
                "application/json, text/plain",
                "application/json\u0000",
                "\u00E4/\u00E4",
                "a".repeat(2_000) + "/" + Texts.MARK);
    }

    private Message typed(String type) {
        return Message.sized(
                operation.method(),
                operation.path(),
                List.of("Content-Type: " + type),
                valid.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(valid.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Probe probe(String spoiled, String text, Expectation expectation) {
        return probe(spoiled, Message.json(operation, text), expectation);
    }

    private Probe probe(String spoiled, Message message, Expectation expectation) {
        return Probe.of(KIND, spoiled, operation, message, expectation);
    }
}
