package org.consentledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.consentledger.decisions.DecisionTable;
import org.consentledger.decisions.DecisionTables;
import org.consentledger.decisions.ReferenceRegister;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of every decision table, against the rules and the legal register that the project ships. */
class DecisionTablesTest {

    private static final LegalRegister REGISTER =
            ReferenceRegister.read(Path.of("../../deploy/reference/legal-register.yaml"));

    private static SequencedMap<String, DecisionTable> tables;

    @BeforeAll
    static void read() throws IOException {
        tables = DecisionTables.in(Path.of("src/test/resources/decisions"));
    }

    @TestFactory
    Stream<DynamicContainer> the_rules_decide_as_the_tables_say() {
        return tables.entrySet().stream().map(entry -> {
            var table = entry.getValue();
            var world = new TableWorld(table, REGISTER);
            return dynamicContainer(
                    entry.getKey() + ": " + table.title(),
                    table.cases().stream().map(c -> dynamicTest(c.name(), () -> assertDecided(c, world.decide(c)))));
        });
    }

    @Test
    void no_reason_is_left_untried() {
        assertThat(tables.values().stream()
                        .flatMap(table -> table.cases().stream())
                        .flatMap(c -> c.reasons().stream()))
                .contains(Reason.values());
    }

    private static void assertDecided(DecisionTable.Case expected, TransferDecision decided) {
        assertThat(decided.reasons()).isEqualTo(expected.reasons());
        assertThat(decided.verdict()).isEqualTo(expected.verdict());
        var row = expected.ground();
        var ground = decided.ground();
        if (row == null || ground == null) {
            assertThat(ground).isNull();
            assertThat(row).isNull();
            return;
        }
        var safeguard = ground.safeguard();
        assertThat(ground.basis()).isEqualTo(row.basis());
        assertThat(ground.consentEventId()).isEqualTo(eventId(row.consent()));
        assertThat(safeguard == null ? null : safeguard.kind()).isEqualTo(row.safeguard());
        assertThat(ground.notice()).isEqualTo(row.notice());
        assertThat(ground.noticeVersion()).isEqualTo(row.version());
        assertThat(ground.crossBorderConsentEventId()).isEqualTo(eventId(row.crossBorderConsent()));
    }

    private static @Nullable String eventId(@Nullable Integer number) {
        return number == null ? null : TableWorld.eventId(number);
    }
}
