package org.consentledger.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LawTest {

    private static final Law<Integer> BROKEN =
            new Law<>("never both a 3 and a 7", LawTest::digits, (digits, random) -> {
                assertThat(digits.contains(3) && digits.contains(7)).isFalse();
            });

    @Test
    void a_law_that_holds_is_tried_in_silence() {
        assertThatCode(() -> Law.holds(
                        "digits are digits",
                        LawTest::digits,
                        (digits, random) -> assertThat(digits).allMatch(d -> d < 10)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_broken_law_is_reported_with_its_seed_and_the_fewest_steps_that_break_it() {
        assertThatThrownBy(() -> Law.holds(BROKEN.name(), BROKEN.story(), BROKEN.claim()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken law: never both a 3 and a 7")
                .hasMessageMatching(Pattern.compile("(?s).*seed: (-?\\d+) \\(again with -Dledger.seed=\\1\\).*"))
                .hasMessageMatching(Pattern.compile("(?s).*steps that break it, 2 of 200:\n  ([37])\n  ([37])\n.*"));
    }

    @Test
    void the_reported_seed_breaks_the_law_again_in_the_same_way() {
        var first = catchThrowableOfType(
                AssertionError.class, () -> Law.holds(BROKEN.name(), BROKEN.story(), BROKEN.claim()));
        var seed = Pattern.compile("ledger\\.seed=(-?\\d+)").matcher(String.valueOf(first.getMessage()));
        assertThat(seed.find()).isTrue();

        assertThatThrownBy(() -> BROKEN.tryOn(Long.parseLong(seed.group(1)))).hasMessage(first.getMessage());
    }

    @Test
    void an_exception_breaks_a_law_like_an_assertion() {
        Law.Claim<Integer> throwing = (digits, random) -> digits.forEach(d -> {
            if (d == 5) {
                throw new IllegalStateException("five");
            }
        });

        assertThatThrownBy(() -> Law.holds("no five", LawTest::digits, throwing))
                .hasMessageContaining("1 of 200:\n  5\nfive");
    }

    private static List<Integer> digits(RandomGenerator random) {
        return random.ints(200, 0, 10).boxed().toList();
    }
}
