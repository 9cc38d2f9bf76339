package org.consentledger.query.log;

import org.consentledger.log.checkpoint.Checkpoint;

/**
 * A checkpoint and how it is handed on.
 *
 * @param note the checkpoint with its signatures
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {}
