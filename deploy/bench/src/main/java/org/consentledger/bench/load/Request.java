package org.consentledger.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.consentledger.bench.access.Pass;

/** A request as it goes over the wire, encoded beforehand so that sending it costs next to nothing. */
public final class Request {

    private final byte[] bytes;
    private final int expected;
    private final boolean keepsBody;
    private final Consumer<Answer> answered;

    private Request(byte[] bytes, int expected, boolean keepsBody, Consumer<Answer> answered) {
        this.bytes = bytes;
        this.expected = expected;
        this.keepsBody = keepsBody;
        this.answered = answered;
    }

    /**
     * What came back.
     *
     * @param body empty unless it was to be kept
     */
    public record Answer(int status, String body) {}

    /**
     * Asks something.
     *
     * @param expected the only status that is no failure
     * @param keepsBody whether the answer's body is wanted; it is kept of failures anyway
     * @param answered told of the answer if it is no failure, on the generator's thread
     */
    public static Request get(String path, int expected, boolean keepsBody, Consumer<Answer> answered) {
        var head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + Pass.headers()
                + "\r\n";
        return new Request(head.getBytes(StandardCharsets.US_ASCII), expected, keepsBody, answered);
    }

    /** Sends JSON; for the other parameters see {@link #get}. */
    public static Request post(String path, String json, int expected, boolean keepsBody, Consumer<Answer> answered) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + Pass.headers()
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return new Request(bytes, expected, keepsBody, answered);
    }

    ByteBuf encoded() {
        return Unpooled.wrappedBuffer(bytes);
    }

    boolean expects(int status) {
        return status == expected;
    }

    boolean keepsBody() {
        return keepsBody;
    }

    /** Tells whoever waits for it. */
    public void answered(Answer answer) {
        answered.accept(answer);
    }

    /** As it goes over the wire. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
