package org.consentledger.chaos.proof;

import java.io.IOException;
import java.util.LinkedHashSet;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.standalone.token.Role;

/** Asks every node of consent-query for what it knows once it has seen everything: whichever is asked, the answer is the same. */
final class NodesCheck {

    private static final int SUBJECTS = 20;
    private static final String AS_OF = "2026-01-01T00:00:00Z";

    private final Ground ground;
    private final Calls calls;
    private final Findings findings;

    NodesCheck(Ground ground, Calls calls, Findings findings) {
        this.ground = ground;
        this.calls = calls;
        this.findings = findings;
    }

    /** @param position of the newest event */
    void check(long position) throws IOException, InterruptedException {
        for (var subject = 0; subject < SUBJECTS; subject++) {
            for (var answer : new String[] {"consents?asOf=" + AS_OF, "transfers?limit=50", "history?limit=50"}) {
                sameOnAll("/v1/subjects/cust-" + subject + "/" + answer + "&minPosition=" + position);
            }
        }
    }

    private void sameOnAll(String path) throws IOException, InterruptedException {
        var answers = new LinkedHashSet<String>();
        for (var node : ground.queryNodes()) {
            var reply = calls.get(node.url(path), Role.AUDITOR);
            if (!reply.isOk()) {
                findings.add(node + " answered " + path + " with " + reply.status());
            }
            answers.add(reply.body());
        }
        if (answers.size() > 1) {
            findings.add("nodes answer " + path + " in " + answers.size() + " ways");
        }
    }
}
