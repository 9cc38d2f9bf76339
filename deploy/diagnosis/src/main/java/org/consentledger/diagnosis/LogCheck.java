package org.consentledger.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Verification;
import tools.jackson.databind.JsonNode;

/** Whether the log is signed, only grows, and is what it was. */
final class LogCheck {

    private static final double AGE_SECONDS_MAX = 60;

    private LogCheck() {}

    static List<Finding> of(Examined examined) {
        return Stream.concat(
                        signing(examined),
                        examined.checkpoint().ok().stream().flatMap(first -> checkpoints(examined, first.body())))
                .toList();
    }

    private static Stream<Finding> signing(Examined examined) {
        return examined.query().scrapedLater().or(examined.query()::scraped).stream()
                .flatMap(metrics -> Stream.of(broken(metrics), failing(metrics, examined)));
    }

    private static Finding broken(Metrics metrics) {
        return metrics.highest("ledger_broken").orElse(0) > 0
                ? Finding.wrong(
                        "ledger",
                        "IS BROKEN: events are not what was signed, and nothing is signed any more",
                        "keep the database as it is, and verify an export against checkpoints kept elsewhere"
                                + " (deploy/docs/log.md)")
                : Finding.ok("ledger", "is what its tree says, as far as consent-query has looked");
    }

    private static Finding failing(Metrics metrics, Examined examined) {
        if (metrics.highest("ledger_checkpoint_failing").orElse(0) > 0) {
            return Finding.wrong(
                    "checkpoints",
                    "cannot be made at the moment",
                    "consent-query's log says why: the database, or the disk of LEDGER_CHECKPOINT_FILE");
        }
        var age = metrics.highest("ledger_checkpoint_age_seconds");
        var size = metrics.highest("ledger_checkpoint_size").orElse(0);
        var recorded = (long) (examined.query()
                        .scraped()
                        .map(first -> first.highest("ledger_position"))
                        .orElse(OptionalDouble.empty())
                        .orElse(-1)
                + 1);
        if (age.isEmpty()) {
            return Finding.warning("checkpoints", "none was made yet", "wait a few seconds and look again");
        }
        var told = "the newest covers " + (long) size + " events and is " + Math.round(age.getAsDouble()) + " s old";
        // while nothing is recorded its age alone says nothing
        return age.getAsDouble() > AGE_SECONDS_MAX && size < recorded
                ? Finding.wrong("checkpoints", told + ", but " + recorded + " are recorded", "see consent-query's log")
                : Finding.ok("checkpoints", told);
    }

    private static Stream<Finding> checkpoints(Examined examined, String note) {
        var findings = new ArrayList<Finding>();
        var first = read(note);
        if (first.isEmpty()) {
            return Stream.of(Finding.wrong("checkpoint", "is none", "see that --query is consent-query's address"));
        }
        findings.add(signature(examined, note, first.get()));
        examined.laterCheckpoint().ok().ifPresent(answer -> findings.add(grew(examined, first.get(), answer.body())));
        return findings.stream();
    }

    private static Finding signature(Examined examined, String note, Checkpoint read) {
        if (examined.keys().isEmpty()) {
            return Finding.warning(
                    "signature",
                    "the checkpoint of " + read.origin() + " is not checked",
                    "give the log's public key by --key");
        }
        try {
            var checkpoint = Checkpoint.open(note, examined.keys());
            return Finding.ok(
                    "signature", "the checkpoint of " + checkpoint.origin() + " is signed with the key given");
        } catch (UntrustedNoteException | IllegalArgumentException e) {
            return Finding.wrong(
                    "signature",
                    "the checkpoint of " + read.origin() + " is not signed with the key given: " + e.getMessage(),
                    "see that it is the key of this ledger; if so, somebody else signs");
        }
    }

    private static Finding grew(Examined examined, Checkpoint first, String laterNote) {
        var later = read(laterNote).orElse(first);
        if (!later.origin().equals(first.origin())) {
            return Finding.wrong(
                    "consistency",
                    "two checkpoints are of " + first.origin() + " and of " + later.origin(),
                    "see that all nodes of consent-query have the same LEDGER_SIGNING_KEY_FILE and database");
        }
        var isSame = first.size() == later.size();
        var isProved = isSame
                ? first.root().equals(later.root())
                : examined.consistency()
                        .ok()
                        .filter(answer -> grew(first, later, answer.json()))
                        .isPresent();
        if (isProved) {
            return Finding.ok(
                    "consistency",
                    isSame
                            ? "nothing was recorded meanwhile, and two checkpoints of " + first.size()
                                    + " events are equal"
                            : "proved: the log only grew from " + first.size() + " to " + later.size() + " events");
        }
        return Finding.wrong(
                "consistency",
                "not proved: the log did not only grow from " + first.size() + " to " + later.size() + " events",
                "keep both checkpoints, and verify an export against them (deploy/docs/log.md)");
    }

    private static boolean grew(Checkpoint first, Checkpoint later, JsonNode proof) {
        try {
            var hashes = proof.path("proof")
                    .valueStream()
                    .map(hash -> Hash.ofBase64(hash.asString("")))
                    .toList();
            return Verification.grew(first.size(), first.root(), later.size(), later.root(), hashes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without a look at its signature. */
    static Optional<Checkpoint> read(String note) {
        var lines = note.split("\n", -1);
        try {
            return lines.length < 4
                    ? Optional.empty()
                    : Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
