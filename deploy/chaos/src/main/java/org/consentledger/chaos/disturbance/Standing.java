package org.consentledger.chaos.disturbance;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import org.consentledger.standalone.token.Role;
import tools.jackson.databind.JsonNode;

/** How the projections stand, as a node of consent-query tells. */
record Standing(List<JsonNode> projections) {

    /** Empty if the node does not answer, or cannot. */
    static Optional<Standing> at(Node node, Calls calls) throws InterruptedException {
        try {
            var reply = calls.get(node.managementUrl("/actuator/projections"), Role.OPERATOR);
            return reply.isOk() && !reply.json().isEmpty()
                    ? Optional.of(new Standing(reply.json().valueStream().toList()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    long head() {
        return projections.stream()
                .mapToLong(state -> state.path("head").asLong())
                .max()
                .orElse(-1);
    }

    /** Of the one that is furthest behind. */
    long position() {
        return projections.stream()
                .mapToLong(state -> state.path("position").asLong())
                .min()
                .orElse(-1);
    }

    /** Names of those that this node keeps up to date. */
    List<String> here() {
        return projections.stream()
                .filter(state -> state.path("here").asBoolean())
                .map(state -> state.path("name").asString())
                .toList();
    }

    int size() {
        return projections.size();
    }
}
