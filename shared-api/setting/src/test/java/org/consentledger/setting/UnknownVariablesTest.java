package org.consentledger.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.consentledger.setting.UnknownVariables.Stranger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownVariablesTest {

    @ParameterizedTest
    @CsvSource({
        "LEDGER_ISUER, LEDGER_ISSUER",
        "HTTP_CONCURENCY, HTTP_CONCURRENCY",
        "QUERY_STREAM_MAX, QUERY_STREAMS_MAX",
        "LEDGER_METRICS_FORM, LEDGER_METRICS_FROM",
        "REPLAY_KEEP_FOR, REPLAY_KEPT_FOR"
    })
    void aNameThatIsNearlyOneOfOursIsMisspelt(String written, String meant) {
        var strangers = UnknownVariables.in(Map.of(written, "planted-secret"));

        assertThat(strangers).singleElement().satisfies(stranger -> {
            assertThat(stranger.isMisspelt()).isTrue();
            assertThat(stranger.told())
                    .isEqualTo(written + " is no setting, and " + meant + " is not set: rename it, or unset it.");
        });
    }

    @Test
    void whereTheRightOneIsSetTooItIsOnlyTold() {
        assertThat(UnknownVariables.in(Map.of("LEDGER_ISUER", "a", "LEDGER_ISSUER", "b")))
                .singleElement()
                .satisfies(stranger -> {
                    assertThat(stranger.isMisspelt()).isFalse();
                    assertThat(stranger.told())
                            .isEqualTo("LEDGER_ISUER is set, but is no setting of the ledger's: nothing reads it.");
                });
    }

    @Test
    void whatIsFarFromAllIsTold() {
        assertThat(UnknownVariables.in(Map.of("LEDGER_IMAGE_TAG", "7", "QUERY_REPLICAS", "3")))
                .extracting(Stranger::name, Stranger::isMisspelt)
                .containsExactly(tuple("LEDGER_IMAGE_TAG", false), tuple("QUERY_REPLICAS", false));
    }

    /** A service in the same namespace must never keep the ledger from starting. */
    @Test
    void whatKubernetesSetsForServicesIsPassedOver() {
        assertThat(UnknownVariables.in(Map.of(
                        "LEDGER_DB_SERVICE_HOST", "10.0.0.7",
                        "LEDGER_DB_SERVICE_PORT", "5432",
                        "LEDGER_DB_SERVICE_PORT_POSTGRES", "5432",
                        "LEDGER_DB_PORT", "tcp://10.0.0.7:5432",
                        "LEDGER_DB_PORT_5432_TCP", "tcp://10.0.0.7:5432",
                        "LEDGER_DB_PORT_5432_TCP_PROTO", "tcp",
                        "LEDGER_DB_PORT_5432_TCP_PORT", "5432",
                        "LEDGER_DB_PORT_5432_TCP_ADDR", "10.0.0.7",
                        "QUERY_PORT_53_UDP_ADDR", "10.0.0.8")))
                .isEmpty();
    }

    @Test
    void whatOthersSetIsTheirs() {
        assertThat(UnknownVariables.in(
                        Map.of("HTTP_PROXY", "http://proxy", "HTTP_HOST", "a", "PATH", "/bin", "JAVA_HOME", "/jdk")))
                .isEmpty();
    }

    @Test
    void allOfOursAreKnown() {
        assertThat(UnknownVariables.in(Map.of("LEDGER_ISSUER", "a", "COMMAND_PORT", "1", "LEDGER_DATA", "b")))
                .isEmpty();
    }
}
