package org.consentledger.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MarkerTest {

    @Test
    void anOrderIsFoundByItsReferenceOrItsWorldTime() {
        assertThat(numberIn("{\"transfer\":{\"reference\":\"" + Marker.reference(17) + "\"}}"))
                .hasValue(17);
        assertThat(numberIn("{\"revokedAt\":\"" + Marker.time(18) + "\"}")).hasValue(18);
    }

    @Test
    void whatIsOfNoOrderHasNoNumber() {
        assertThat(numberIn("{\"expiredAt\":\"" + Marker.time(18) + "\"}")).isEmpty();
        assertThat(numberIn("{\"collectedAt\":\"2016-11-02T10:15:00Z\"}")).isEmpty();
        assertThat(numberIn("{\"collectedAt\":\"2026-11-02T10:15:00Z\"}")).isEmpty();
    }

    private static OptionalLong numberIn(String data) {
        return Marker.numberIn(JsonMapper.shared().readTree(data));
    }
}
