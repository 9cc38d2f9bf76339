package org.consentledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void printsWhatWasMeasuredAndWhetherItsTargetWasMet() {
        var figures = new Figures();
        figures.put("commands.ledger", 12_345.6);
        figures.put("commands.ratioToBaseline", 4.2);
        figures.put("stalenessMs.p99", 50.5);

        assertThat(Table.of(figures).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("commands.ledger").contains("12,346"),
                        line -> assertThat(line).contains("4.20").contains("≥ 4 met"),
                        line -> assertThat(line).contains("50.50").contains("≤ 50 missed"));
    }

    @Test
    void hasALineForEveryTarget() {
        var figures = new Figures();
        Target.ALL.forEach(target -> figures.put(target.figure(), 1));

        assertThat(Table.of(figures).lines()).hasSize(Target.ALL.size());
    }

    @Test
    void takesTheMiddleOne() {
        assertThat(Median.of(List.of(9, 1, 5))).isEqualTo(5);
        assertThat(Median.of(List.of(4L, 1L))).isEqualTo(2.5);
    }
}
