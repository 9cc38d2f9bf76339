package org.consentledger.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The network between a node and its database, which can be made to fail. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ServerSocket server;
    private final int target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersSwallowed = new AtomicInteger();
    private volatile @Nullable String swallowAfter;

    /** @param target port on this machine */
    public TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Cuts every connection there is now. */
    public void cutAll() {
        connections.forEach(Connection::cut);
    }

    /** Lets the next request that holds a text through, and cuts its connection when the answer comes. */
    public void swallowNextAnswerTo(String text) {
        swallowAfter = text;
    }

    public int answersSwallowed() {
        return answersSwallowed.get();
    }

    /** Cuts every connection, and takes no other. */
    public void cutForGood() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    @Override
    public void close() {
        cutForGood();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = new Connection(server.accept(), new Socket(server.getInetAddress(), target));
                connections.add(connection);
                Thread.ofVirtual().start(connection::carryRequests);
                Thread.ofVirtual().start(connection::carryAnswers);
            } catch (IOException e) {
                // the proxy was closed, or its target is away: whoever connects is cut off
            }
        }
    }

    private final class Connection {

        private final Socket client;
        private final Socket database;
        private volatile boolean isAnswerToBeSwallowed;

        Connection(Socket client, Socket database) throws IOException {
            this.client = client;
            this.database = database;
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
        }

        void carryRequests() {
            carry(client, database, this::lookAtRequest);
        }

        void carryAnswers() {
            carry(database, client, (bytes, count) -> !isAnswerToBeSwallowed);
        }

        private boolean lookAtRequest(byte[] bytes, int count) {
            var text = swallowAfter;
            if (text != null && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains(text)) {
                swallowAfter = null;
                isAnswerToBeSwallowed = true;
            }
            return true;
        }

        private void carry(Socket from, Socket to, Gate gate) {
            var bytes = new byte[BUFFER_BYTES];
            try {
                var in = from.getInputStream();
                var out = to.getOutputStream();
                for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    if (!gate.isOpenFor(bytes, count)) {
                        answersSwallowed.incrementAndGet();
                        break;
                    }
                    out.write(bytes, 0, count);
                    out.flush();
                }
            } catch (IOException e) {
                // one side is gone, and so will be the other
            } finally {
                cut();
            }
        }

        void cut() {
            connections.remove(this);
            for (var side : new Socket[] {client, database}) {
                try {
                    side.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Gate {
        boolean isOpenFor(byte[] bytes, int count);
    }
}
