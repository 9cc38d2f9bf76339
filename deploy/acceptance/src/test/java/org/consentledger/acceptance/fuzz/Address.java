package org.consentledger.acceptance.fuzz;

import java.net.URI;
import java.util.List;
import org.consentledger.acceptance.RunningLedger;

/**
 * Where a service listens, and with what every request to it comes.
 *
 * @param credentials header lines that let a request in, such as Authorization
 */
record Address(String host, int port, List<String> credentials) {

    static Address of(URI base) {
        return new Address(
                base.getHost(),
                base.getPort(),
                List.of("Authorization: Bearer " + RunningLedger.token(), "X-Purpose-Of-Access: trying bad requests"));
    }

    String hostLine() {
        return "Host: " + host + ":" + port;
    }
}
