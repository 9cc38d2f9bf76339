package org.consentledger.verifier;

import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Hash;

/**
 * A checkpoint that a given key signed.
 *
 * @param source where it was found, for people
 */
record SignedCheckpoint(Checkpoint checkpoint, String source) {

    long size() {
        return checkpoint.size();
    }

    Hash root() {
        return checkpoint.root();
    }

    @Override
    public String toString() {
        return "the checkpoint of size " + size() + " in " + source;
    }
}
