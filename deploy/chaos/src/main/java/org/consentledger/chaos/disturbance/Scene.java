package org.consentledger.chaos.disturbance;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Load;

/**
 * Where disturbances happen.
 *
 * @param random decides whom they meet
 * @param kills of services and of PostgreSQL, so far
 */
record Scene(Ground ground, Calls calls, Load load, Random random, AtomicInteger kills) {

    Node anyCommandNode() {
        return ground.commandNodes().get(random.nextInt(ground.commandNodes().size()));
    }

    Node anyNode() {
        return ground.nodes().get(random.nextInt(ground.nodes().size()));
    }

    /** SIGKILL, and started again with a clock that is wrong in another way than before. */
    String killAndStartAgain(Node node) throws IOException {
        kill(node);
        return startAgain(node);
    }

    void kill(Node node) {
        node.kill();
        kills.incrementAndGet();
    }

    String startAgain(Node node) throws IOException {
        node.startAgain(node.clock().next());
        return "started again with its clock " + node.clock();
    }
}
