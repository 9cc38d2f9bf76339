package org.consentledger.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two ports of this machine that were free a moment ago. */
record Ports(String main, String management) {

    static final String ADDRESS = "127.0.0.1";

    static Ports free() throws IOException {
        try (var one = open();
                var other = open()) {
            return new Ports(Integer.toString(one.getLocalPort()), Integer.toString(other.getLocalPort()));
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.ofLiteral(ADDRESS));
    }
}
