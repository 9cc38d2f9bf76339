/** Kills the broker and the relay under load, and holds what a consumer got against the ledger. */
@NullMarked
package org.consentledger.chaos.relay;

import org.jspecify.annotations.NullMarked;
