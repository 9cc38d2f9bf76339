package org.consentledger.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers names and values in their order
 * @param body a character for each byte
 */
record Answer(int status, List<Map.Entry<String, String>> headers, String body) {

    /** The status of an answer that has neither status nor headers. */
    static final int HEADLESS = 0;

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Without parameters; empty if it says none. */
    String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    boolean endsTheConnection() {
        return header("Connection").orElse("").equalsIgnoreCase("close");
    }

    String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
