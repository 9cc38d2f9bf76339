package org.consentledger.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor CURSOR = new Cursor("transfers", List.of("2016-11-20T09:00:00Z", "42"));

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.decode(CURSOR.encode(), "transfers", 2)).containsExactly("2016-11-20T09:00:00Z", "42");
        assertThat(Cursor.decode(new Cursor("a", List.of("", "")).encode(), "a", 2))
                .containsExactly("", "");
    }

    @Test
    void needsNoEscapingInAUrl() {
        assertThat(new Cursor("~?", List.of("\u00ff\u00fe?>", "ÿ")).encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void goesWithItsOwnListOnly() {
        assertForeign(CURSOR.encode(), "recipients", 2);
        assertForeign(CURSOR.encode(), "transfers", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "abc=d", "42", "AAAA"})
    void isNotMadeByHand(String text) {
        assertForeign(text, "transfers", 2);
    }

    @Test
    void linksToTheNextPageWithoutRepeatingThePath() {
        var link = NextLink.of(CURSOR, Map.of("limit", "50", "asOf", "2016-11-20T09:00:00+01:00"));

        assertThat(link)
                .isEqualTo("<?asOf=2016-11-20T09%3A00%3A00%2B01%3A00&limit=50&cursor=" + CURSOR.encode()
                        + ">; rel=\"next\"");
    }

    private static void assertForeign(String text, String list, int parts) {
        assertThatThrownBy(() -> Cursor.decode(text, list, parts)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_FIELD);
            assertThat(e.problem().faults().getFirst().parameter()).isEqualTo("cursor");
        });
    }
}
