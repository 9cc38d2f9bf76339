package org.consentledger.installation.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The source tree that is checked, and what it says of itself. */
public final class Sources {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    /** A setting as documentation names it. */
    private static final Pattern SETTING = Pattern.compile("`([A-Z][A-Z_]+)`");

    /**
     * What {@code make secrets} makes for each program; HandoutTest in deploy/standalone holds that to the same names.
     */
    public static final Map<String, Set<String>> SECRETS = Map.of(
            "consent-command", Set.of("LEDGER_DB_PASSWORD", "subject.key", "key-encryption.key", "issuer.jwks"),
            "consent-query",
                    Set.of("LEDGER_DB_PASSWORD", "subject.key", "key-encryption.key", "issuer.jwks", "signing.key"),
            "migration",
                    Set.of(
                            "LEDGER_DB_PASSWORD",
                            "LEDGER_DB_OWNER_PASSWORD",
                            "subject.key",
                            "key-encryption.key",
                            "issuer.jwks"),
            "database",
                    Set.of(
                            "postgres.password",
                            "ledger_owner.password",
                            "consent_command.password",
                            "consent_query.password"),
            "grafana", Set.of("admin.password"));

    private Sources() {}

    /** A file or folder of the tree. */
    public static Path path(String path) {
        return ROOT.resolve(path);
    }

    public static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a YAML file, with what anchors and merge keys stand for; a key twice is an error. */
    public static List<Map<String, Object>> yaml(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var reader = Files.newBufferedReader(file)) {
            return StreamSupport.stream(
                            new Yaml(new SafeConstructor(options))
                                    .loadAll(reader)
                                    .spliterator(),
                            false)
                    .map(Sources::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object document) {
        return (Map<String, Object>) document;
    }

    /** Every setting that is documented. */
    public static Set<String> settings() {
        return Stream.of("README.md", "deploy/docs/configuration.md")
                .filter(file -> Files.exists(path(file)))
                .flatMap(file -> SETTING.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
