package org.consentledger.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.diagnosis.Heard.Answer;
import org.consentledger.diagnosis.Heard.Silence;
import org.consentledger.diagnosis.Heard.Unasked;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Verification;
import tools.jackson.databind.JsonNode;

/**
 * Whether two checkpoints are of one log that only grew (RFC 9162, section 2.1.4). Which of them is the larger one tells nothing
 * of the order in which they were heard: behind a balancer each node has its own.
 */
final class ConsistencyCheck {

    private static final String ABOUT = "consistency";

    private ConsistencyCheck() {}

    /** What to ask for the proof; empty if none is needed, or none can be had. */
    static Optional<String> question(Heard checkpoint, Heard later) {
        var sizes = Stream.of(checkpoint, later)
                .flatMap(heard -> heard.ok().flatMap(answer -> LogCheck.read(answer.body())).stream())
                .map(Checkpoint::size)
                .sorted()
                .toList();
        return sizes.size() < 2 || sizes.getFirst() < 1 || sizes.getFirst().equals(sizes.getLast())
                ? Optional.empty()
                : Optional.of("/v1/log/proof/consistency?from=" + sizes.getFirst() + "&to=" + sizes.getLast());
    }

    /** @param proof what {@link #question} was answered with */
    static Finding of(Checkpoint first, Heard later, Heard proof) {
        if (!(later instanceof Answer answer) || !answer.isOk()) {
            return unexamined(later);
        }
        return LogCheck.read(answer.body())
                .map(second -> of(first, second, proof))
                .orElseGet(() -> unexamined("the second checkpoint is none"));
    }

    private static Finding of(Checkpoint first, Checkpoint second, Heard proof) {
        if (!second.origin().equals(first.origin())) {
            return Finding.wrong(
                    ABOUT,
                    "two checkpoints are of " + first.origin() + " and of " + second.origin(),
                    "see that all nodes of consent-query have the same LEDGER_SIGNING_KEY_FILE and database");
        }
        if (first.size() == second.size()) {
            return first.root().equals(second.root())
                    ? Finding.ok(
                            ABOUT,
                            "nothing was recorded meanwhile, and two checkpoints of " + first.size()
                                    + " events are equal")
                    : tampered("two checkpoints of " + first.size() + " events have different roots");
        }
        var bySize = Stream.of(first, second)
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        return grew(bySize.getFirst(), bySize.getLast(), proof);
    }

    private static Finding grew(Checkpoint smaller, Checkpoint larger, Heard proof) {
        // whatever there is grew from nothing, without a proof
        if (smaller.size() == 0) {
            return held(smaller, larger, List.of());
        }
        if (!(proof instanceof Answer answer) || !answer.isOk()) {
            return unexamined(proof);
        }
        return hashes(answer.json())
                .map(hashes -> held(smaller, larger, hashes))
                .orElseGet(() -> unexamined("what was answered is no proof"));
    }

    private static Finding held(Checkpoint smaller, Checkpoint larger, List<Hash> proof) {
        var told = "from " + smaller.size() + " to " + larger.size() + " events";
        return Verification.grew(smaller.size(), smaller.root(), larger.size(), larger.root(), proof)
                ? Finding.ok(ABOUT, "proved: the log only grew " + told)
                : tampered("the proof does not hold: the log did not only grow " + told);
    }

    private static Optional<List<Hash>> hashes(JsonNode answer) {
        var proof = answer.path("proof");
        try {
            return proof.isArray()
                    ? Optional.of(proof.valueStream()
                            .map(hash -> Hash.ofBase64(hash.asString("")))
                            .toList())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Finding tampered(String told) {
        return Finding.wrong(
                ABOUT, told, "keep both checkpoints, and verify an export against them (deploy/docs/log.md)");
    }

    private static Finding unexamined(Heard heard) {
        return unexamined(
                switch (heard) {
                    case Answer answer -> "answered " + answer.status();
                    case Silence silence -> "no answer: " + silence.why();
                    case Unasked unasked -> unasked.why();
                });
    }

    private static Finding unexamined(String why) {
        return Finding.warning(
                ABOUT,
                "could not be examined: " + why,
                "look again; behind a balancer name one node by its own address");
    }
}
