package org.consentledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void measuresEverythingUnlessPartsAreNamed() {
        assertThat(Part.named("")).containsExactly(Part.values());
        assertThat(Part.named("reads, commands")).containsExactly(Part.COMMANDS, Part.READS);
    }

    @Test
    void saysWhichPartsThereAre() {
        assertThatThrownBy(() -> Part.named("comands"))
                .hasMessageContaining("comands")
                .hasMessageContaining("staleness");
    }
}
