package org.consentledger.chaos.disturbance;

import java.io.IOException;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import org.consentledger.standalone.token.Role;

/** A service's connections to the database, as its metrics tell. */
record Pool(Node node, Calls calls) {

    private static final String ACTIVE = "hikaricp_connections_active{";
    private static final String MAX = "hikaricp_connections_max{";

    /** Whether every connection that it may have is taken at this moment. */
    boolean isFull() throws IOException, InterruptedException {
        var metrics = calls.get(node.managementUrl("/actuator/prometheus"), Role.OPERATOR)
                .body();
        return value(metrics, ACTIVE) >= value(metrics, MAX);
    }

    private double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(node + " has no metric " + name));
    }
}
