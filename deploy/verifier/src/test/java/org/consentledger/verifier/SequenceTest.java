package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private final List<Finding> findings = new ArrayList<>();
    private final Sequence sequence = new Sequence(findings::add);

    @Test
    void whatComesLateIsNotMissing() {
        add(0, 5, 3, 3, 6);
        sequence.end();

        assertThat(findings)
                .containsExactly(
                        new Finding.OutOfOrder(3, 5),
                        new Finding.Repeated(3),
                        new Finding.Missing(new Positions(1, 2)),
                        new Finding.Missing(new Positions(4, 4)));
        assertThat(sequence.held()).isEqualTo(7);
    }

    /** More gaps than are remembered: each is still reported, once. */
    @Test
    void everySecondEventOfManyIsMissing() {
        for (var position = 1L; position < 60_000; position += 2) {
            add(position);
        }
        add(1);
        sequence.end();

        assertThat(findings)
                .filteredOn(Finding.Missing.class::isInstance)
                .hasSize(30_000)
                .doesNotHaveDuplicates();
        assertThat(findings).filteredOn(Finding.OutOfOrder.class::isInstance).hasSize(1);
        assertThat(findings).hasSize(30_001);
    }

    private void add(long... positions) {
        for (var position : positions) {
            sequence.add(position);
        }
    }
}
