package org.consentledger.chaos.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.disturbance.Recovery;
import org.consentledger.chaos.disturbance.Wait;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.KafkaBroker;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.ReferenceCatalogue;
import org.consentledger.standalone.token.Role;

/** A ledger with two nodes of consent-query that relay to a broker, all of them processes. */
record RelayGround(Ground ground, KafkaBroker broker, Calls calls, Topic topic) implements AutoCloseable {

    private static final String ACTIVE = "ledger_relay_active 1.0";

    /** NaN on a node that only tries to. */
    private static final Pattern POSITION = Pattern.compile("ledger_relay_position [-0-9.E]+");

    /**
     * Starts all of it, and waits until the first events have gone out.
     *
     * @param target where logs are left
     * @param brokerModule the broker's module, built
     */
    static RelayGround start(Path target, Path brokerModule) throws IOException, SQLException, InterruptedException {
        // the ground clears away what an earlier run logged
        var broker = KafkaBroker.prepare(brokerModule, target);
        var ground = Ground.start(target, 2, Map.of("QUERY_KAFKA_BOOTSTRAP", broker.bootstrap()));
        var started = new RelayGround(ground, broker, new Calls(), new Topic(broker.bootstrap()));
        try {
            broker.start();
            Recovery.awaitFirst(ground, started.calls);
            ReferenceCatalogue.tell(started.calls, ground.commandNodes().getFirst());
            Wait.until("a node relays", () -> started.relaying().isPresent());
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** The node that relays; empty if none says so. */
    Optional<Node> relaying() throws InterruptedException {
        for (var node : ground.queryNodes()) {
            if (isRelaying(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private boolean isRelaying(Node node) throws InterruptedException {
        try {
            var reply = calls.get(node.managementUrl("/actuator/prometheus"), Role.OPERATOR);
            return reply.isOk()
                    && reply.body().lines().anyMatch(ACTIVE::equals)
                    && reply.body().lines().anyMatch(POSITION.asMatchPredicate());
        } catch (IOException e) {
            // it is not there
            return false;
        }
    }

    /** Position of the newest event in the database. */
    long head() throws SQLException {
        try (var connection = ground.postgres().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT coalesce(max(position), -1) FROM ledger.event")) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        calls.close();
        try (ground) {
            broker.close();
        }
    }
}
