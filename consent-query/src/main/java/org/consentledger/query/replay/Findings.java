package org.consentledger.query.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.query.replay.ReplayFinding.Kind;
import org.consentledger.query.replay.ReplayVerification.Verdict;
import org.jspecify.annotations.Nullable;

/** Collects what is not as it was signed; of very many the first. */
final class Findings {

    private static final int LISTED_MAX = 100;

    private final List<ReplayFinding> listed = new ArrayList<>();
    private long total;

    void add(Kind kind, long from, long to) {
        total++;
        if (listed.size() < LISTED_MAX) {
            listed.add(new ReplayFinding(kind, from, to));
        }
    }

    /** @param checkpoint the newest that what was read was held against; null if none */
    ReplayVerification verification(@Nullable Checkpoint checkpoint, long verified, long notCovered) {
        var verdict = total > 0 ? Verdict.FAILED : notCovered > 0 ? Verdict.PARTLY_COVERED : Verdict.VERIFIED;
        return new ReplayVerification(
                verdict,
                checkpoint == null ? null : checkpoint.size(),
                checkpoint == null ? null : checkpoint.root().base64(),
                verified,
                notCovered,
                total,
                listed.stream()
                        .sorted(Comparator.comparingLong(ReplayFinding::from))
                        .toList());
    }
}
