/** What must be true of the ledger afterwards. */
@NullMarked
package org.consentledger.chaos.proof;

import org.jspecify.annotations.NullMarked;
