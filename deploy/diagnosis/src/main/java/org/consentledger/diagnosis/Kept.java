package org.consentledger.diagnosis;

import java.util.Optional;
import org.consentledger.log.checkpoint.Checkpoint;

/**
 * A checkpoint that somebody kept, held against the newest one: whether the log still is the one that was signed then.
 *
 * @param checkpoint the kept one
 * @param growth the proof that the log grew from it to the newest one
 */
record Kept(Checkpoint checkpoint, Heard growth) {

    private static final String ABOUT = "kept checkpoint";

    /** What to ask for the proof; empty if none is needed, or none can be had. */
    static Optional<String> question(Checkpoint kept, Heard newest) {
        return newest(newest)
                .filter(now -> kept.size() > 0 && kept.size() < now.size())
                .map(now -> "/v1/log/proof/consistency?from=" + kept.size() + "&to=" + now.size());
    }

    Finding against(Heard newest) {
        var set = newest(newest).filter(now -> now.size() < checkpoint.size());
        if (set.isPresent()) {
            return Finding.wrong(
                    ABOUT,
                    "covers " + checkpoint.size() + " events, but the log has only "
                            + set.get().size() + ": it was set back to an older state",
                    "stop consent-command before it records anything, and go on as deploy/docs/backup.md says");
        }
        var found = ConsistencyCheck.of(checkpoint, newest, growth);
        return new Finding(found.level(), ABOUT, found.told(), found.advice());
    }

    private static Optional<Checkpoint> newest(Heard heard) {
        return heard.ok().flatMap(answer -> LogCheck.read(answer.body()));
    }
}
