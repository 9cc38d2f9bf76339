package org.consentledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a ledger wrote into its data folder: logs, and secrets that must not be in them. */
final class LedgerLogs {

    private static final Path KEPT = Path.of("target", "ledger-logs");

    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/=_.-]{23,}");

    private LedgerLogs() {}

    /** Copies the logs to where they outlive the test, and returns their texts. */
    static List<String> keep(Path data, String test) throws IOException {
        var texts = new ArrayList<String>();
        try (var logs = Files.newDirectoryStream(data, "*.log*")) {
            for (var log : logs) {
                texts.add(Files.readString(log));
                var kept = KEPT.resolve(test).resolve(log.getFileName());
                Files.createDirectories(kept.getParent());
                Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return texts;
    }

    /** The ledger's keys, passwords and tokens, in each form in which a log could show them. */
    static List<String> secrets(Path data) throws IOException {
        var secrets = new ArrayList<String>();
        for (var folder : List.of(data.resolve("keys"), data.resolve("tokens"), data.resolve("passwords"))) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder)) {
                    for (var file : files) {
                        secrets.addAll(forms(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return secrets;
    }

    /** Of a file that is text, also each long word of it: a password, a token, a member of a key. */
    private static List<String> forms(byte[] secret) {
        var forms = new ArrayList<String>();
        forms.add(HexFormat.of().formatHex(secret));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(secret));
        LONG_WORD
                .matcher(new String(secret, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .forEach(forms::add);
        return forms;
    }
}
