package org.consentledger.chaos.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The network between one service and several servers, each of which it reaches at a port of its own. What happens, happens to all. */
public final class Network implements AutoCloseable {

    private final List<TcpProxy> proxies = new ArrayList<>();

    /**
     * Listens from now on.
     *
     * @param targets the servers' ports at the moment
     * @param watches one for each connection
     */
    public Network(List<IntSupplier> targets, Supplier<Watch> watches) throws IOException {
        try {
            for (var target : targets) {
                proxies.add(new TcpProxy(target, watches));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** In the order of the servers. */
    public List<Integer> ports() {
        return proxies.stream().map(TcpProxy::port).toList();
    }

    /** Cuts every connection there is now. */
    public void cutAll() {
        proxies.forEach(TcpProxy::cutAll);
    }

    /** Cuts every second connection there is now. */
    public void cutHalf() {
        proxies.forEach(TcpProxy::cutHalf);
    }

    /** From now on nothing gets through, and nobody is told. */
    public void stall() {
        proxies.forEach(TcpProxy::stall);
    }

    /** What was held up arrives. */
    public void flow() {
        proxies.forEach(TcpProxy::flow);
    }

    /** Cuts everything, and whoever connects is cut off at once, until {@link #admit()}. */
    public void refuse() {
        proxies.forEach(TcpProxy::refuse);
    }

    /** Whoever connects gets through again. */
    public void admit() {
        proxies.forEach(TcpProxy::admit);
    }

    @Override
    public void close() {
        proxies.forEach(TcpProxy::close);
    }
}
