package org.consentledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchFileTest {

    private final Figures figures = new Figures();

    @Test
    void nestsFiguresByTheDotsOfTheirNames() {
        figures.put("commands.ledger", 1234.56789);
        figures.put("commands.baseline", 300);
        figures.put("rounds.commands.ledger", List.of(1.0, 2.0));
        figures.put("commit", "abc");
        figures.putRatio("commands.ratioToBaseline", "commands.ledger", "commands.baseline");

        assertThat(BenchFile.tree(figures).toString())
                .isEqualTo("{\"commands\":{\"baseline\":300.0,\"ledger\":1234.568,\"ratioToBaseline\":4.115},"
                        + "\"commit\":\"abc\",\"rounds\":{\"commands\":{\"ledger\":[1.0,2.0]}}}");
    }

    @Test
    void leavesOutARatioOfSomethingNotMeasured() {
        figures.put("commands.ledger", 1);
        figures.putRatio("commands.ratioToNoop", "commands.ledger", "commands.noop");

        assertThat(figures.number("commands.ratioToNoop")).isEmpty();
    }
}
