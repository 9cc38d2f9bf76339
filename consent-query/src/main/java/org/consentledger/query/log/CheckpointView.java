package org.consentledger.query.log;

/**
 * The checkpoint that an answer rests on, in short.
 *
 * @param origin names the log
 * @param size events that it covers: those at positions below it
 * @param root of the Merkle tree of that size, base64
 */
public record CheckpointView(String origin, long size, String root) {

    static CheckpointView of(SignedCheckpoint signed) {
        var checkpoint = signed.checkpoint();
        return new CheckpointView(
                checkpoint.origin(), checkpoint.size(), checkpoint.root().base64());
    }
}
