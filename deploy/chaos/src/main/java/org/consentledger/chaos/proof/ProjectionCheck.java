package org.consentledger.chaos.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.disturbance.Wait;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.standalone.token.Role;
import tools.jackson.databind.JsonNode;

/** Holds the projections, which lived through everything, against what a rebuild from position 0 gives. */
final class ProjectionCheck {

    private static final String PROJECTIONS = "/actuator/projections";
    private static final int ACCEPTED = 202;

    private final Ground ground;
    private final Calls calls;
    private final Findings findings;

    ProjectionCheck(Ground ground, Calls calls, Findings findings) {
        this.ground = ground;
        this.calls = calls;
        this.findings = findings;
    }

    /** Answers how many rows were compared. */
    int check() throws IOException, InterruptedException, SQLException {
        var lived = ProjectionTables.read(ground.postgres());
        for (var projection : states()) {
            rebuild(projection.path("name").asString());
        }
        var rebuilt = ProjectionTables.read(ground.postgres());
        findings.addAll("rows that a rebuild does not give", lived.without(rebuilt));
        findings.addAll("rows that only a rebuild gives", rebuilt.without(lived));
        if (!lived.equals(rebuilt) || rebuilt.size() == 0) {
            findings.add("the projections had " + lived.size() + " rows, and rebuilt have " + rebuilt.size());
        }
        return rebuilt.size();
    }

    private void rebuild(String projection) throws IOException, InterruptedException {
        var started = calls.post(ground.query().managementUrl(PROJECTIONS + "/" + projection), Role.OPERATOR);
        if (started.status() != ACCEPTED) {
            throw new IOException("the rebuild of " + projection + " was answered " + started.status());
        }
        Wait.until(
                "projection " + projection + " is rebuilt",
                () -> states().stream()
                        .filter(state -> state.path("name").asString().equals(projection))
                        .anyMatch(state ->
                                isDone(state.path("rebuild").path("state").asString(""))));
    }

    private static boolean isDone(String state) {
        if (state.equals("FAILED")) {
            throw new IllegalStateException("the rebuild failed");
        }
        return state.equals("DONE");
    }

    private List<JsonNode> states() throws IOException, InterruptedException {
        var reply = calls.get(ground.query().managementUrl(PROJECTIONS), Role.OPERATOR);
        if (!reply.isOk()) {
            throw new IOException(PROJECTIONS + " was answered " + reply.status());
        }
        return reply.json().valueStream().toList();
    }
}
