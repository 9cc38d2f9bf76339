package org.consentledger.verifier;

import java.util.List;
import java.util.Optional;

/**
 * What was made sure of.
 *
 * @param largestFit the checkpoint up to which the ledger is what was signed, apart from what was found
 */
record Outcome(Optional<SignedCheckpoint> largestFit, List<Remark> remarks) {}
