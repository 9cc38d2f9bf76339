package org.consentledger.chaos.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Cuts what a client sends to PostgreSQL into messages (PostgreSQL's documentation, chapter Frontend/Backend Protocol,
 * section Message Formats): at first ones without a type, and from the start-up message on a type, a length that counts
 * itself, and a body.
 */
final class FrontendMessages {

    private static final int LENGTH_BYTES = Integer.BYTES;
    private static final int PROTOCOL_MAJOR = 3;
    private static final int MAJOR_SHIFT = 16;

    @FunctionalInterface
    interface Reader {
        void message(char type, byte[] body);
    }

    private final Reader reader;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean isStarted;

    FrontendMessages(Reader reader) {
        this.reader = reader;
    }

    void feed(byte[] bytes, int count) {
        pending.write(bytes, 0, count);
        var buffer = ByteBuffer.wrap(pending.toByteArray());
        while (isStarted ? typed(buffer) : untyped(buffer)) {
            // the next one
        }
        pending = new ByteArrayOutputStream();
        pending.write(buffer.array(), buffer.position(), buffer.remaining());
    }

    /** A request for encryption, or the start-up message. */
    private boolean untyped(ByteBuffer buffer) {
        if (buffer.remaining() < 2 * LENGTH_BYTES || buffer.remaining() < buffer.getInt(buffer.position())) {
            return false;
        }
        var begin = buffer.position();
        var length = buffer.getInt();
        isStarted = buffer.getInt() >> MAJOR_SHIFT == PROTOCOL_MAJOR;
        buffer.position(begin + length);
        return true;
    }

    private boolean typed(ByteBuffer buffer) {
        var begin = buffer.position();
        if (buffer.remaining() < 1 + LENGTH_BYTES || buffer.remaining() < 1 + buffer.getInt(begin + 1)) {
            return false;
        }
        var type = (char) buffer.get();
        var body = new byte[buffer.getInt() - LENGTH_BYTES];
        buffer.get(body);
        reader.message(type, body);
        return true;
    }
}
