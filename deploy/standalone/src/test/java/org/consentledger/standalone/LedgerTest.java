package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();
    private final List<String> closed = new ArrayList<>();

    @Test
    void what_was_opened_last_is_closed_first() {
        ledger.opened(() -> closed.add("database"));
        ledger.opened(() -> closed.add("service"));

        assertThat(ledger.close()).isEmpty();

        assertThat(closed).containsExactly("service", "database");
        assertThat(ledger.isClosing()).isTrue();
    }

    @Test
    void one_that_does_not_close_keeps_no_other_open() {
        ledger.opened(() -> closed.add("database"));
        ledger.opened(() -> {
            throw new IOException("stuck");
        });

        assertThat(ledger.close()).singleElement().satisfies(e -> assertThat(e).hasMessage("stuck"));

        assertThat(closed).containsExactly("database");
    }

    @Test
    void what_opens_while_the_ledger_is_stopped_is_closed_at_once_and_the_start_ends() {
        ledger.close();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> ledger.opened(() -> closed.add("late")));

        assertThat(closed).containsExactly("late");
    }
}
