package org.consentledger.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionTablesTest {

    @Test
    void theRowsThatDifferAreNamed() {
        var lived = new ProjectionTables(Map.of("transfer", List.of("a", "b"), "consent_fact", List.of("c")));
        var rebuilt = new ProjectionTables(Map.of("transfer", List.of("b"), "consent_fact", List.of("c")));

        assertThat(lived.without(rebuilt)).containsExactly("transfer a");
        assertThat(rebuilt.without(lived)).isEmpty();
        assertThat(lived).isNotEqualTo(rebuilt);
    }
}
