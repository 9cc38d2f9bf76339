package org.consentledger.chaos.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through the proxy. It ends as its ends end it: in an orderly way, or with a reset. */
final class ProxyConnection {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DIRECTIONS = 2;

    private final Socket client;
    private final Socket server;
    private final Watch watch;
    private final Stall stall;
    private final Consumer<ProxyConnection> ended;
    private final AtomicInteger flowing = new AtomicInteger(DIRECTIONS);
    private volatile boolean isCut;

    ProxyConnection(Socket client, Socket server, Watch watch, Stall stall, Consumer<ProxyConnection> ended)
            throws IOException {
        this.client = client;
        this.server = server;
        this.watch = watch;
        this.stall = stall;
        this.ended = ended;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Thread.ofVirtual()
                .name("requests")
                .start(() -> carry(client, server, (bytes, count) -> {
                    watch.request(bytes, count);
                    return true;
                }));
        Thread.ofVirtual().name("answers").start(() -> carry(server, client, (bytes, count) -> !watch.catchesAnswer()));
    }

    @FunctionalInterface
    private interface Gate {
        boolean isOpenFor(byte[] bytes, int count);
    }

    private void carry(Socket from, Socket to, Gate gate) {
        var bytes = new byte[BUFFER_BYTES];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                stall.pass(() -> !isCut);
                if (!gate.isOpenFor(bytes, count)) {
                    cut();
                    return;
                }
                out.write(bytes, 0, count);
                out.flush();
            }
            to.shutdownOutput();
            if (flowing.decrementAndGet() == 0) {
                end();
                client.close();
                server.close();
            }
        } catch (IOException e) {
            // one side is gone, and so will be the other
            cut();
        }
    }

    /** Resets both sides: neither learns more than that there is nobody any more. */
    void cut() {
        isCut = true;
        stall.wake();
        end();
        reset(client);
        reset(server);
    }

    private void end() {
        ended.accept(this);
        watch.ended();
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
    }
}
