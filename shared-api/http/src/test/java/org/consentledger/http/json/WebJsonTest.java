package org.consentledger.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.exc.StreamConstraintsException;

class WebJsonTest {

    /** A number is looked at when its value is asked for: one that is read over costs no more than its characters. */
    @Test
    void aNumberHasALimit() {
        assertThat(WebJson.mapper().readValue("1".repeat(32), BigInteger.class)).hasToString("1".repeat(32));

        assertThatThrownBy(() -> WebJson.mapper().readValue("1".repeat(33), BigInteger.class))
                .isInstanceOf(StreamConstraintsException.class);
    }
}
