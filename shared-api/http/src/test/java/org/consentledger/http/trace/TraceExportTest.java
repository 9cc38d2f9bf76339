package org.consentledger.http.trace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceExportTest {

    private static final int MORE_THAN_WAIT_FOR_THE_COLLECTOR = 20_000;

    @Test
    void withoutACollectorNothingIsMeasured() {
        try (var export = TraceExport.of(new TraceProperties("", "1"), "test")) {
            assertThat(export.isOn()).isFalse();
            assertThat(export.tracer().spanBuilder("x").startSpan().isRecording())
                    .isFalse();
        }
    }

    @Test
    void aCollectorGetsWhatIsLeftAtTheEnd() {
        try (var collector = TraceCollector.start()) {
            try (var export = TraceExport.of(new TraceProperties(collector.url(), "1"), "test")) {
                export.tracer().spanBuilder("last").startSpan().end();
            }
            assertThat(collector.everything()).contains("last");
        }
    }

    @Test
    @Timeout(value = 30, unit = SECONDS)
    void aCollectorThatIsAwayHoldsUpNothing() throws IOException {
        int port;
        try (var closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }
        holdsUpNothing(port);
    }

    @Test
    @Timeout(value = 30, unit = SECONDS)
    void norDoesOneThatNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            holdsUpNothing(silent.getLocalPort());
        }
    }

    private static void holdsUpNothing(int port) {
        var properties = new TraceProperties("http://127.0.0.1:" + port + "/v1/traces", "1");
        var export = TraceExport.of(properties, "test");
        var begun = System.nanoTime();
        for (var i = 0; i < MORE_THAN_WAIT_FOR_THE_COLLECTOR; i++) {
            export.tracer().spanBuilder("lost").startSpan().end();
        }
        var measured = System.nanoTime();
        export.close();
        var closed = System.nanoTime();

        // to wait once for the collector would take two seconds
        assertThat(Duration.ofNanos(measured - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(closed - measured)).isLessThan(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collector:4318",
                "ftp://collector/v1/traces",
                "http:///v1/traces",
                "http://user:secret@collector/v1/traces",
                "http://collector/v1/traces?key=secret",
                "http://collector/#traces",
                "http://collector/ /"
            })
    void anAddressHasToBeOne(String url) {
        assertThatThrownBy(() -> TraceExport.of(new TraceProperties(url, "1"), "test"))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_TRACES_URL must be")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a tenth", "-0.1", "1.1", "NaN", "10%"})
    void aShareHasToBeOne(String sampled) {
        assertThatThrownBy(() -> TraceExport.of(new TraceProperties("", sampled), "test"))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_TRACES_SAMPLED must be");
    }
}
