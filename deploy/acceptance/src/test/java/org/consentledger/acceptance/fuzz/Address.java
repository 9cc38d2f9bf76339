package org.consentledger.acceptance.fuzz;

import java.net.URI;
import java.util.List;

/**
 * Where a service listens, and with what every request to it comes.
 *
 * @param credentials header lines that let a request in, such as Authorization; empty while the ledger asks for none
 */
record Address(String host, int port, List<String> credentials) {

    static Address of(URI base) {
        return new Address(base.getHost(), base.getPort(), List.of());
    }

    String hostLine() {
        return "Host: " + host + ":" + port;
    }
}
