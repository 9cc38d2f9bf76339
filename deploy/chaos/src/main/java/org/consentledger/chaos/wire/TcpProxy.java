package org.consentledger.chaos.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A piece of network on this machine, from a port of its own to a server that may come and go. */
public final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final IntSupplier target;
    private final Supplier<Watch> watches;
    private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
    private final Stall stall = new Stall();
    private volatile boolean isRefusing;

    /**
     * Listens from now on.
     *
     * @param target the server's port at the moment
     * @param watches one for each connection
     */
    public TcpProxy(IntSupplier target, Supplier<Watch> watches) throws IOException {
        this.target = target;
        this.watches = watches;
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Cuts every connection there is now. */
    public void cutAll() {
        connections.forEach(ProxyConnection::cut);
    }

    /** Cuts every second connection there is now. */
    public void cutHalf() {
        var isNext = true;
        for (var connection : connections) {
            if (isNext) {
                connection.cut();
            }
            isNext = !isNext;
        }
    }

    /** From now on nothing gets through in either direction, and nobody is told: packets just do not arrive. */
    public void stall() {
        stall.begin();
    }

    /** What was held up arrives. */
    public void flow() {
        stall.end();
    }

    /** Cuts everything, and whoever connects is cut off at once, until {@link #accept()}. */
    public void refuse() {
        isRefusing = true;
        cutAll();
    }

    /** Whoever connects gets through again. */
    public void admit() {
        isRefusing = false;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        flow();
        cutAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // the proxy was closed, or its server is away: whoever connects is cut off
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (isRefusing) {
            ProxyConnection.reset(client);
            return;
        }
        Socket upstream;
        try {
            upstream = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
        } catch (IOException e) {
            ProxyConnection.reset(client);
            throw e;
        }
        var connection = new ProxyConnection(client, upstream, watches.get(), stall, connections::remove);
        connections.add(connection);
        connection.start();
        if (isRefusing) {
            connection.cut();
        }
    }
}
