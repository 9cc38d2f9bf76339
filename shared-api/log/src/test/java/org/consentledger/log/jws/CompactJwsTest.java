package org.consentledger.log.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

    private static final SigningKey KEY = SigningKey.generate("consent.example/ledger");
    private static final String HEADER = "{\"alg\":\"EdDSA\"}";

    @Test
    void whatWasSignedIsReadAgain() {
        var signed = CompactJws.sign(HEADER, "{\"subject\":\"Zoë\"}", KEY);

        var read = CompactJws.parse(signed.toString());

        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.payload()).isEqualTo("{\"subject\":\"Zoë\"}");
        assertThat(read.isSignedBy(KEY.verification())).isTrue();
        assertThat(read.isSignedBy(SigningKey.generate("consent.example/ledger").verification()))
                .isFalse();
    }

    @Test
    void theSameIsSignedInTheSameWay() {
        assertThat(CompactJws.sign(HEADER, "{}", KEY))
                .hasToString(CompactJws.sign(HEADER, "{}", KEY).toString());
    }

    @Test
    void headerAndPayloadAreBothSigned() {
        var signed = CompactJws.sign(HEADER, "{}", KEY).toString();
        var other = CompactJws.sign("{\"alg\":\"none\"}", "{\"a\":1}", KEY).toString();
        var signature = signed.substring(signed.lastIndexOf('.'));

        for (var forged : new String[] {
            other.substring(0, other.indexOf('.')) + signed.substring(signed.indexOf('.')),
            other.substring(0, other.lastIndexOf('.')) + signature,
            signed.substring(0, signed.lastIndexOf('.') + 1)
        }) {
            assertThat(CompactJws.parse(forged).isSignedBy(KEY.verification())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e30", "e30.e30", "e30.e30.e30.e30", "e31.e30.", "e30=.e30.", "e30.e3+.", "_w.e30."})
    void thereIsOneWayToWriteIt(String text) {
        assertThatThrownBy(() -> CompactJws.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A checkpoint must not be had signed as a receipt, nor a receipt as a checkpoint. */
    @Test
    void aNoteCannotBeSignedThisWay() {
        assertThatThrownBy(() -> KEY.signature("consent.example/ledger\n1\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
