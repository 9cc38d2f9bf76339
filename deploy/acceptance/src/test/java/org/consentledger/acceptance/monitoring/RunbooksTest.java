package org.consentledger.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runbooks tell somebody to type at night can be typed: queries parse, and the services have the paths. */
class RunbooksTest {

    private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\"\\$(command|query)(_management)?(/[^\"?]*)");

    @TempDir
    private Path folder;

    static Stream<Path> pages() {
        return Alert.filesOf(Alert.RUNBOOKS).stream()
                .filter(page -> !page.getFileName().toString().equals("README.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void queriesParse(Path page) throws IOException {
        var queries = QUERY.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(queries).isNotEmpty();
        var outcome = new Queries(queries).check(folder);
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pathsAreServed(Path page) throws IOException {
        var matrix = Alert.yaml(Path.of("..", "docs", "access-matrix.yaml"));
        var routes = Map.of(
                "command", "consent-command",
                "query", "consent-query",
                "command_management", "consent-command management",
                "query_management", "consent-query management");

        assertThat(ADDRESS.matcher(Files.readString(page)).results()).allSatisfy(address -> {
            var service = address.group(1) + (address.group(2) == null ? "" : address.group(2));
            assertThat(matrix.path(routes.get(service)).propertyStream().map(Map.Entry::getKey))
                    .as(address.group())
                    .anyMatch(route -> serves(route, address.group(3)));
        });
    }

    private static boolean serves(String route, String path) {
        var pattern = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{\\*?[a-zA-Z]+}", "[^/]+")
                .replace("/**", "/.+");
        return !pattern.equals("/.+") && path.matches(pattern);
    }
}
