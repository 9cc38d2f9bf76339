package org.consentledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaintTest {

    @Test
    void there_is_colour_on_a_terminal_alone() {
        assertThat(Paint.of(Map.of(), true).isOn()).isTrue();
        assertThat(Paint.of(Map.of(), false).isOn()).isFalse();
    }

    @Test
    void who_wants_none_gets_none() {
        assertThat(Paint.of(Map.of("NO_COLOR", "1"), true).isOn()).isFalse();
        assertThat(Paint.of(Map.of("NO_COLOR", ""), true).isOn()).isTrue();
        assertThat(Paint.of(Map.of("TERM", "dumb"), true).isOn()).isFalse();
    }
}
