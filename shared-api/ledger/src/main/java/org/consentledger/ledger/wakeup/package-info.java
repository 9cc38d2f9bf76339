/** Hearing from PostgreSQL that the ledger has grown, instead of asking it again and again. */
@NullMarked
package org.consentledger.ledger.wakeup;

import org.jspecify.annotations.NullMarked;
