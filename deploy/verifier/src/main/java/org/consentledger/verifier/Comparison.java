package org.consentledger.verifier;

import java.util.function.Consumer;
import org.consentledger.log.tree.Hash;

/** Holds a restored ledger against the published one, event by event. Says where they part, once. */
final class Comparison {

    private final Consumer<Finding> findings;
    private boolean isParted;

    Comparison(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** The next event of each. */
    void add(ExportedEvent restored, ExportedEvent published) {
        if (!isParted
                && !Hash.ofLeaf(restored.entry().bytes())
                        .equals(Hash.ofLeaf(published.entry().bytes()))) {
            isParted = true;
            findings.accept(new Finding.Parted(restored.entry().position()));
        }
    }

    /**
     * Nothing follows.
     *
     * @param size of the restored ledger
     * @param shown events from the beginning that are shown to have been published, if they are the same
     */
    void end(long size, long shown) {
        if (shown < size) {
            findings.accept(new Finding.Unpublished(new Positions(shown, size - 1)));
        }
    }
}
