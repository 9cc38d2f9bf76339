package org.consentledger.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendWatchTest {

    private static final String CALL = "SELECT head FROM ledger.append($1)";
    private static final int PROTOCOL = 3 << 16;
    private static final int SSL = 80877103;

    private final AnswerTrap trap = new AnswerTrap();
    private final Watch watch = Watch.forAppends(trap);

    /** However the bytes are cut on their way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10_000})
    void catchesTheAnswerToAnAppend(int piece) {
        trap.set(1, () -> {});
        send(piece, untyped(SSL), untyped(PROTOCOL), parse("S_1", CALL), bind("S_1"));

        assertThat(watch.catchesAnswer()).isTrue();
        assertThat(trap.caught()).isEqualTo(1);
    }

    /** The driver asks for a statement's parameters before it executes it: nothing is committed then. */
    @Test
    void preparingOneIsNone() {
        trap.set(1, () -> {});
        send(10_000, untyped(PROTOCOL), parse("S_1", CALL));

        assertThat(watch.catchesAnswer()).isFalse();
    }

    @Test
    void knowsAPreparedStatementAgain() {
        send(10_000, untyped(PROTOCOL), parse("S_1", CALL), bind("S_1"));
        trap.set(1, () -> {});
        send(10_000, parse("S_2", "SELECT 1"), bind("S_2"));
        assertThat(watch.catchesAnswer()).isFalse();

        send(10_000, bind("S_1"));
        assertThat(watch.catchesAnswer()).isTrue();
    }

    @Test
    void aStatementWithoutANameIsWhatItWasPreparedAsLast() {
        trap.set(1, () -> {});
        send(10_000, untyped(PROTOCOL), parse("", CALL), parse("", "SELECT 1"), bind(""));

        assertThat(watch.catchesAnswer()).isFalse();
    }

    @Test
    void anAnswerThatNeverComesIsLeftForAnotherConnection() {
        trap.set(1, () -> {});
        send(10_000, untyped(PROTOCOL), parse("", CALL), bind(""));
        watch.ended();

        assertThat(trap.caught()).isZero();
        assertThat(trap.claims()).isTrue();
    }

    private void send(int piece, byte[]... messages) {
        var all = new ByteArrayOutputStream();
        for (var message : messages) {
            all.writeBytes(message);
        }
        var bytes = all.toByteArray();
        for (var at = 0; at < bytes.length; at += piece) {
            var count = Math.min(piece, bytes.length - at);
            watch.request(ByteBuffer.allocate(count).put(bytes, at, count).array(), count);
        }
    }

    private static byte[] untyped(int code) {
        return ByteBuffer.allocate(8).putInt(8).putInt(code).array();
    }

    private static byte[] parse(String name, String query) {
        return typed('P', name + "\0" + query + "\0\0\0");
    }

    private static byte[] bind(String statement) {
        return typed('B', "\0" + statement + "\0\0\0\0\0\0\0");
    }

    private static byte[] typed(char type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + bytes.length)
                .put((byte) type)
                .putInt(4 + bytes.length)
                .put(bytes)
                .array();
    }
}
