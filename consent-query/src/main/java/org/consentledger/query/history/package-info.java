/** Everything the ledger holds of one subject. */
@NullMarked
package org.consentledger.query.history;

import org.jspecify.annotations.NullMarked;
