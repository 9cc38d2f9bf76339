package org.consentledger.query.replay;

import java.time.Duration;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.query.QueryProperties;
import org.consentledger.query.log.TrustedCheckpoints;
import org.springframework.stereotype.Component;

/** How the events of a replay are held against the log. */
@Component
class LogChecks {

    private final TrustedCheckpoints checkpoints;
    private final LedgerTree tree;
    private final Duration patience;

    LogChecks(TrustedCheckpoints checkpoints, LedgerTree tree, QueryProperties properties) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.patience = properties.checkpointTimeout();
    }

    /** Of one subject or one recipient waits a little for a checkpoint that covers all of them, holding no connection. */
    LogCheck of(ReplayScope scope, long target) {
        if (scope.kind() == ReplayScope.Kind.EVERYTHING) {
            return new WholeLogCheck(checkpoints, tree, target, patience);
        }
        var checkpoint = checkpoints
                .covering(target, patience)
                .or(() -> checkpoints.between(0, target + 1).stream().findFirst())
                .orElse(null);
        return new InclusionCheck(checkpoint, tree, scope.kind() == ReplayScope.Kind.SUBJECT);
    }
}
