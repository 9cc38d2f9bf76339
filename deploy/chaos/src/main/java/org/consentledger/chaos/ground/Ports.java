package org.consentledger.chaos.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Two ports of this machine that were free a moment ago. They are below those that systems give to outgoing connections, so
 * that none of the many here takes one before the service does.
 */
record Ports(int main, int management) {

    static final String ADDRESS = "127.0.0.1";

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 30_000;

    static Ports free() {
        var main = freePort();
        var management = freePort();
        while (management == main) {
            management = freePort();
        }
        return new Ports(main, management);
    }

    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(ADDRESS))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
    }
}
