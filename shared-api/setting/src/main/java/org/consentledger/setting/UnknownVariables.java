package org.consentledger.setting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Environment variables that look like settings and are none. A name that is nearly one of ours is a mistake; others may be anybody's,
 * such as those that Kubernetes sets for each service of a namespace.
 */
public final class UnknownVariables {

    private static final Pattern OURS = Pattern.compile("(LEDGER|COMMAND|QUERY|REPLAY|REPORT|WEBHOOK)_[A-Z0-9_]+");

    /** Proxies, web frameworks and CGI use the prefix as well: only what is nearly ours is looked at. */
    private static final Pattern SHARED = Pattern.compile("HTTP_[A-Z0-9_]+");

    /** Of a Kubernetes service (Kubernetes documentation, "Environment variables" of a Service). */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_SERVICE_(HOST|PORT)(_[A-Z0-9_]+)?|.*_PORT_[0-9]+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?");

    /** Letters missing or too many in a name that is taken for another; one wrong letter is one of each. */
    private static final int LETTERS_WRONG_MAX = 2;

    private static final Set<String> KNOWN = known();

    private UnknownVariables() {}

    /**
     * A variable that nothing reads.
     *
     * @param meant the setting whose name is nearly the same and that is not set
     */
    record Stranger(String name, Optional<String> meant) {

        boolean isMisspelt() {
            return meant.isPresent();
        }

        /** Without its value, which may be a secret. */
        String told() {
            return meant.map(known -> name + " is no setting, and " + known + " is not set: rename it, or unset it.")
                    .orElse(name + " is set, but is no setting of the ledger's: nothing reads it.");
        }
    }

    /** Names of all settings of both services and of {@code make run}. */
    public static Set<String> settings() {
        return KNOWN;
    }

    static List<Stranger> in(Map<String, ?> environment) {
        return environment.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !isServiceLink(name, environment))
                .filter(name ->
                        OURS.matcher(name).matches() || SHARED.matcher(name).matches())
                .sorted()
                .map(name -> new Stranger(name, nearest(name, environment)))
                .filter(stranger ->
                        stranger.isMisspelt() || OURS.matcher(stranger.name()).matches())
                .toList();
    }

    private static boolean isServiceLink(String name, Map<String, ?> environment) {
        return SERVICE_LINK.matcher(name).matches()
                || String.valueOf(environment.get(name)).startsWith("tcp://")
                || String.valueOf(environment.get(name)).startsWith("udp://");
    }

    private static Optional<String> nearest(String name, Map<String, ?> environment) {
        return KNOWN.stream()
                .filter(known -> !environment.containsKey(known))
                .filter(known -> distance(name, known) <= LETTERS_WRONG_MAX)
                .min(Comparator.comparingInt(known -> distance(name, known)));
    }

    /**
     * Letters to add or remove to make one of the other: two for a wrong letter or a swap of neighbours, four for two wrong letters. So
     * {@code LEDGER_DB_PORT} stays another's and is not taken for {@code LEDGER_DB_POOL}.
     */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? above[j - 1] : 1 + Math.min(above[j], row[j - 1]);
            }
            above = row;
        }
        return above[other.length()];
    }

    private static Set<String> known() {
        try (var in = UnknownVariables.class.getResourceAsStream("variables.txt")) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the list of its settings");
            }
            return read(new InputStreamReader(in, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> read(Reader list) throws IOException {
        return list.readAllLines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
