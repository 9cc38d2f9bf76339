package org.consentledger.chaos.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.call.Reply;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.load.Acknowledgement;
import org.consentledger.chaos.load.Book;
import org.jspecify.annotations.Nullable;

/** Sends acknowledged commands again, to any node: the first answer comes again, and nothing is recorded. */
final class ReplayCheck {

    private static final int COMMANDS_MAX = 300;
    private static final int KEY_REUSED = 422;

    private final Ground ground;
    private final Calls calls;
    private final Findings findings;
    private final Random random;

    ReplayCheck(Ground ground, Calls calls, Findings findings, Random random) {
        this.ground = ground;
        this.calls = calls;
        this.findings = findings;
        this.random = random;
    }

    /** Answers how many were sent. */
    int check(List<Book.Settled> settled) throws IOException, InterruptedException {
        var some = new ArrayList<>(settled);
        Collections.shuffle(some, random);
        var sample = some.subList(0, Math.min(COMMANDS_MAX, some.size()));
        var wrong = new ArrayList<String>();
        for (var one : sample) {
            var key = one.order().key();
            var reply = send(one, key, one.order().body());
            if (!isTheSame(one, reply)) {
                wrong.add("order " + one.order().number() + " (" + one.order().command() + ") was first "
                        + one.acknowledgement() + ", now " + reply);
            }
            if (key != null && send(one, key, otherBody(one)).status() != KEY_REUSED) {
                wrong.add("order " + one.order().number() + " with another body");
            }
        }
        findings.addAll("sent again, and answered otherwise", wrong);
        return sample.size();
    }

    private static boolean isTheSame(Book.Settled one, Reply reply) {
        if (one.order().key() == null) {
            return reply.isOk()
                    && Acknowledgement.of(reply).position()
                            == one.acknowledgement().position();
        }
        return reply.isReplayed() && Acknowledgement.of(reply).equals(one.acknowledgement());
    }

    /** Of somebody erased nothing is left by which bodies could be told apart, but whom they are about. */
    private static String otherBody(Book.Settled one) {
        return one.order()
                .body()
                .replaceAll("\"(cust|forgotten|short)-", "\"other-$1-")
                .replace("\"m-", "\"other-m-");
    }

    private Reply send(Book.Settled one, @Nullable String key, String body) throws IOException, InterruptedException {
        var nodes = ground.commandNodes();
        var node = nodes.get(random.nextInt(nodes.size()));
        return calls.command(node.url("/v1/commands/" + one.order().command()), key, body);
    }
}
