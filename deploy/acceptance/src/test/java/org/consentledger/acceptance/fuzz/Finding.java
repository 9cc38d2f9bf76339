package org.consentledger.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A request that was not answered as it must be, so that it can be sent again. */
record Finding(Probe probe, List<String> complaints, String sent, String received) {

    private static final int SHOWN_MAX = 3_000;

    static Finding of(Probe probe, Address address, List<String> complaints, List<Answer> answers) {
        return new Finding(
                probe,
                complaints,
                printable(probe.message().bytes(address)),
                answers.stream()
                        .map(answer -> answer.status() + " " + answer.headers() + " "
                                + printable(answer.body().getBytes(StandardCharsets.ISO_8859_1)))
                        .collect(Collectors.joining(" || ")));
    }

    /** What makes two findings one. */
    String matter() {
        return probe.kind() + " | " + probe.spoiled() + " | " + complaints;
    }

    @Override
    public String toString() {
        return probe.operation() + "\n  " + matter() + "\n  expected " + probe.expectation() + "\n  printf '" + sent
                + "'\n  answer " + received;
    }

    /** As printf takes it in single quotes. */
    private static String printable(byte[] bytes) {
        var text = new StringBuilder();
        for (var character : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(
                    switch (character) {
                        case '\r' -> "\\r";
                        case '\n' -> "\\n";
                        case '\\' -> "\\\\";
                        case '%' -> "%%";
                        case '\'' -> "\\047";
                        default ->
                            character >= ' ' && character <= '~'
                                    ? String.valueOf(character)
                                    : String.format(Locale.ROOT, "\\%03o", (int) character);
                    });
        }
        return text.length() <= SHOWN_MAX
                ? text.toString()
                : text.substring(0, SHOWN_MAX) + "… (" + bytes.length + " bytes)";
    }
}
