package org.consentledger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consentledger.chaos.proof.Count;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void isGoodOnlyIfSomethingWasDoneAndNothingIsWrong() {
        assertThat(result(new Count(5, 5, 0), 1).isGood()).isTrue();
        assertThat(result(new Count(5, 4, 0), 1).isGood()).isFalse();
        assertThat(result(new Count(5, 5, 1), 1).isGood()).isFalse();
        assertThat(result(new Count(0, 0, 0), 1).isGood()).isFalse();
        assertThat(result(new Count(5, 5, 0), 0).isGood()).isFalse();
        assertThat(new Result(new Count(5, 5, 0), 1, Map.of(), List.of("something")).isGood())
                .isFalse();
    }

    @Test
    void endsWithOneLine() {
        assertThat(result(new Count(5, 3, 1), 2).lastLine()).isEqualTo("acknowledged=5 lost=2 doubled=1 kills=2");
    }

    private static Result result(Count count, int kills) {
        return new Result(count, kills, Map.of(), List.of());
    }
}
