package org.consentledger.acceptance.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads answers off a connection as RFC 9112 has them, and takes nothing else for one. */
final class AnswerReader {

    private static final String START = "HTTP/";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([1-5][0-9]{2})(?: [ -~]*)?");
    private static final Pattern HEADER_LINE = Pattern.compile("([A-Za-z0-9-]+): ?([\\t -~]*)");

    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next final answer; empty if the connection ended instead.
     *
     * @throws ProtocolException if what comes is no answer
     */
    Optional<Answer> read(boolean toHead) throws IOException {
        if (isHeadless()) {
            return Optional.of(new Answer(Answer.HEADLESS, List.of(), text(in.readAllBytes())));
        }
        for (var line = line(); line != null; line = line()) {
            var status = STATUS_LINE.matcher(line);
            if (!status.matches()) {
                throw new ProtocolException("no status line: " + line);
            }
            var answer = rest(Integer.parseInt(status.group(1)), toHead);
            if (answer.status() >= 200) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    /** To a request without a version, nothing but a body is answered. */
    private boolean isHeadless() throws IOException {
        in.mark(START.length());
        var start = new String(in.readNBytes(START.length()), StandardCharsets.ISO_8859_1);
        in.reset();
        return !start.isEmpty() && !start.equals(START);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Answer rest(int status, boolean toHead) throws IOException {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var line = existing(line()); !line.isEmpty(); line = existing(line())) {
            var parts = HEADER_LINE.matcher(line);
            if (!parts.matches()) {
                throw new ProtocolException("no header line: " + line);
            }
            headers.add(Map.entry(parts.group(1), parts.group(2)));
        }
        var head = new Answer(status, headers, "");
        var isEmpty = toHead || status < 200 || status == 204 || status == 304;
        return isEmpty ? head : new Answer(status, headers, text(body(head)));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        var length = head.header("Content-Length");
        return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            body.writeBytes(exactly(size));
            existing(line());
        }
        existing(line());
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(existing(line()), 16);
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private static String existing(@Nullable String line) throws EOFException {
        if (line == null) {
            throw new EOFException("the answer ends in its head");
        }
        return line;
    }

    /** Without its end; null at the end of the connection. */
    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                var text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
        if (line.size() > 0) {
            throw new EOFException("the answer ends in a line");
        }
        return null;
    }
}
