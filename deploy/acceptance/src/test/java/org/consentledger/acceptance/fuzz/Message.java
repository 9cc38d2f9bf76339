package org.consentledger.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request as it goes over the wire, right or wrong.
 *
 * @param requestLine the first line, a character for each byte
 * @param headers further lines, a character for each byte
 * @param body what follows the empty line, a character for each byte
 * @param standing whether host and credentials are added
 */
record Message(String requestLine, List<String> headers, String body, boolean standing) {

    static Message of(String method, String target, List<String> headers, byte[] body) {
        return new Message(
                method + " " + target + " HTTP/1.1", headers, new String(body, StandardCharsets.ISO_8859_1), true);
    }

    /** As a command is sent, in order but for what the body holds. */
    static Message json(Operation operation, byte[] body) {
        return sized(operation.method(), operation.path(), List.of("Content-Type: application/json"), body);
    }

    static Message json(Operation operation, String body) {
        return json(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    /** With a body that says how long it is. */
    static Message sized(String method, String target, List<String> headers, byte[] body) {
        return of(method, target, headers, body).with("Content-Length: " + body.length);
    }

    static Message get(String target, String... headers) {
        return of("GET", target, List.of(headers), new byte[0]);
    }

    Message with(String... lines) {
        return new Message(
                requestLine, Stream.concat(headers.stream(), Stream.of(lines)).toList(), body, standing);
    }

    /** With another first line, the rest as it is. */
    Message asking(String line) {
        return new Message(line, headers, body, standing);
    }

    /** Without host; what lets it in is still added. */
    Message hostless() {
        return new Message(requestLine, headers, body, false);
    }

    boolean isHead() {
        return requestLine.startsWith("HEAD ");
    }

    byte[] bytes(Address address) {
        var lines = new ArrayList<String>();
        lines.add(requestLine);
        if (standing) {
            lines.add(address.hostLine());
        }
        lines.addAll(address.credentials());
        lines.addAll(headers);
        var head = String.join("\r\n", lines) + "\r\n\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
