package org.consentledger.query.projection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** By which a process owns tokens: the host, for people, and what no other process has, as containers may share the rest. */
final class NodeName {

    private static final String NO_HOST = "unnamed";

    private NodeName() {}

    static String make() {
        return host() + "/" + UUID.randomUUID();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a host whose own name leads nowhere
            return NO_HOST;
        }
    }
}
