package org.consentledger.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.ledger.Planted;

/** Finds in logs what no log may hold. */
final class LogSearch {

    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

    static {
        // RFC 7515, section 3.1: a header that begins with {" in base64url, a payload, a signature
        FORBIDDEN.put("a token", Pattern.compile("eyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{2,}\\.[A-Za-z0-9_-]*"));
        // RFC 6750, section 2.1
        FORBIDDEN.put("a bearer token", Pattern.compile("(?i)\\bbearer +[A-Za-z0-9._~+/=-]{16,}"));
        // RFC 7468, section 10 and the older labels
        FORBIDDEN.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
        // RFC 7517, section 4 and RFC 7518, section 6: the private part of a JSON Web Key
        FORBIDDEN.put("a private JSON Web Key", Pattern.compile("\"d\" *: *\"[A-Za-z0-9_-]{40,}\""));
        FORBIDDEN.put("a key that signs the log", Pattern.compile("PRIVATE\\+KEY\\+[^+\\s]+\\+[0-9a-f]{8}\\+\\S{20,}"));
        FORBIDDEN.put("a key of the tests", encoded(Planted.SUBJECT_KEY, Planted.KEY_ENCRYPTION_KEY));
        FORBIDDEN.put("what a test planted", Planted.words());
    }

    /** Where something was found, and what; no log of this search is searched. */
    record Finding(Path log, int line, String kind, String text) {}

    private LogSearch() {}

    static List<Finding> in(Path log) throws IOException {
        var findings = new ArrayList<Finding>();
        var lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            for (var forbidden : FORBIDDEN.entrySet()) {
                var matcher = forbidden.getValue().matcher(lines.get(i));
                while (matcher.find()) {
                    findings.add(new Finding(log, i + 1, forbidden.getKey(), matcher.group()));
                }
            }
        }
        return findings;
    }

    /** Keys as bytes that a log shows in hexadecimal digits or in base64, whichever alphabet. */
    private static Pattern encoded(String... keys) {
        return Stream.of(keys)
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .flatMap(key -> Stream.of(
                        HexFormat.of().formatHex(key),
                        HexFormat.of().withUpperCase().formatHex(key),
                        Base64.getEncoder().withoutPadding().encodeToString(key),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key)))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), Pattern::compile));
    }
}
