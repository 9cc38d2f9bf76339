package org.consentledger.ledger;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of this machine that were free a moment ago, for what has to know its port before it listens there. They are below
 * those that systems give to outgoing connections: of these many tests at the same time have many.
 */
public final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 30_000;

    private FreePort() {}

    /** One of them, by chance. */
    public static int find() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
    }
}
