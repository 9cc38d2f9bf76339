package org.consentledger.query.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the events that were read are those that were signed (RFC 6962, section 2.1).
 *
 * @param checkpointSize events that the checkpoint covers; null if there is none
 * @param checkpointRoot its root, base64 (RFC 4648, section 4); null if there is none
 * @param eventsVerified of those read, how many the checkpoint proves
 * @param eventsNotCovered of those read, how many no checkpoint covers yet
 * @param findingsTotal how many findings there are; not all are listed if there are very many
 * @param findings the first of them, in order of position
 */
public record ReplayVerification(
        Verdict verdict,
        @Nullable Long checkpointSize,
        @Nullable String checkpointRoot,
        long eventsVerified,
        long eventsNotCovered,
        long findingsTotal,
        List<ReplayFinding> findings) {

    /** What it comes to. */
    public enum Verdict {
        /** Each event is the one that was signed. */
        VERIFIED,
        /** Those that a checkpoint covers are; others no checkpoint covers yet. */
        PARTLY_COVERED,
        /** At least one is not; see the findings. */
        FAILED
    }

    public ReplayVerification {
        findings = List.copyOf(findings);
    }
}
