/** Checkpoints (C2SP tlog-checkpoint): size and root of the log, signed. */
@NullMarked
package org.consentledger.log.checkpoint;

import org.jspecify.annotations.NullMarked;
