/** Checks exports, slices and receipts of the ledger offline, for whoever does not want to trust its operator. */
@NullMarked
package org.consentledger.verifier;

import org.jspecify.annotations.NullMarked;
