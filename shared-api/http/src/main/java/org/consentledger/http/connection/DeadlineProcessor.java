package org.consentledger.http.connection;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request did not get as far as the end of its headers in time. Tomcat calls it again whenever
 * bytes arrive, and keeps it with the connection while a request's head is incomplete; no thread waits meanwhile.
 */
final class DeadlineProcessor extends Http11Processor {

    private final DeadlineProtocol protocol;

    /** The connection on which a head has begun that is not complete; Tomcat uses a processor again for others. */
    private @Nullable SocketWrapperBase<?> begun;

    private long begunNanos;

    DeadlineProcessor(DeadlineProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (socket.equals(begun)) {
            if (leftMillis() <= 0) {
                return SocketState.CLOSED;
            }
            // the body, if one follows, has the usual time for each read
            socket.setReadTimeout(protocol.getConnectionTimeout());
        }
        var state = super.service(socket);
        if (state == SocketState.LONG && !isAsync()) {
            begin(socket);
            socket.setReadTimeout(Math.clamp(leftMillis(), 1, protocol.getConnectionTimeout()));
        } else {
            begun = null;
        }
        return state;
    }

    private void begin(SocketWrapperBase<?> socket) {
        if (!socket.equals(begun)) {
            begun = socket;
            begunNanos = System.nanoTime();
        }
    }

    private long leftMillis() {
        var gone = System.nanoTime() - begunNanos;
        return protocol.headerDeadline().toMillis() - TimeUnit.NANOSECONDS.toMillis(gone);
    }
}
