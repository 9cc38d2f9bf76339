package org.consentledger.bench.commands;

import java.time.Duration;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.load.RequestSource;
import org.consentledger.bench.load.Wire;

/** A server under as much load as it takes. */
record HttpContender(String name, Wire wire, int port, int connections, RequestSource source) implements Contender {

    static final int CONNECTIONS = 64;

    HttpContender(String name, Wire wire, int port, RequestSource source) {
        this(name, wire, port, CONNECTIONS, source);
    }

    @Override
    public void warmUp(Duration duration) throws InterruptedException {
        ClosedLoop.warmUp(wire, port, connections, duration, source);
    }

    @Override
    public double perSecond(Duration duration) throws InterruptedException {
        return ClosedLoop.run(wire, port, connections, duration, source);
    }
}
