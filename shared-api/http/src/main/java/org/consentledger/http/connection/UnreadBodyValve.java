package org.consentledger.http.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a request's body still has when it was answered, so that the connection can go on, and closes the connection
 * if that is too much or does not come soon. Tomcat would read on for as long as a byte comes now and then.
 */
final class UnreadBodyValve extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBodyValve.class);

    private final long bytesMax;
    private final Duration deadline;

    UnreadBodyValve(long bytesMax, Duration deadline) {
        super(true);
        this.bytesMax = bytesMax;
        this.deadline = deadline;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var coyote = request.getCoyoteRequest();
        if (hasBody(coyote) && !request.isAsync() && !coyote.isFinished()) {
            // the answer does not wait for the rest
            response.finishResponse();
            // asked whether to send a body, the server must not say yes after the answer
            if (coyote.hasExpectation() || !readRest(coyote)) {
                coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static boolean hasBody(org.apache.coyote.Request request) {
        try {
            return request.getHeader("Transfer-Encoding") != null || request.getContentLengthLong() > 0;
        } catch (IllegalArgumentException e) {
            // no length, or two: Tomcat has answered that already, and closes the connection by itself
            return false;
        }
    }

    /** Whether it came to its end. */
    private boolean readRest(org.apache.coyote.Request request) {
        var begunNanos = System.nanoTime();
        var dropped = new Dropped();
        var read = 0L;
        try {
            while (read <= bytesMax && System.nanoTime() - begunNanos <= deadline.toNanos()) {
                var count = request.doRead(dropped);
                if (count < 0) {
                    return true;
                }
                read += count;
            }
        } catch (IOException | IllegalArgumentException e) {
            // the latter where the head was broken off: what follows is no body
            LOG.debug("the rest of a body did not come", e);
        }
        return false;
    }

    /** Takes the bytes that Tomcat has read into its own memory, and does nothing with them. */
    private static final class Dropped implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
