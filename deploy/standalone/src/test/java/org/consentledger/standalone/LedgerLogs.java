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

/** What a ledger wrote into its data folder: logs, and secrets that must not be in them. */
final class LedgerLogs {

    private static final Path KEPT = Path.of("target", "ledger-logs");

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

    /** The ledger's keys and passwords, in each form in which a log could show them. */
    static List<String> secrets(Path data) throws IOException {
        var secrets = new ArrayList<String>();
        if (Files.isDirectory(data.resolve("keys"))) {
            try (var files = Files.newDirectoryStream(data.resolve("keys"))) {
                for (var file : files) {
                    var bytes = Files.readAllBytes(file);
                    secrets.add(HexFormat.of().formatHex(bytes));
                    secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
                    var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
                    if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                        secrets.add(text);
                    }
                }
            }
        }
        return secrets;
    }
}
