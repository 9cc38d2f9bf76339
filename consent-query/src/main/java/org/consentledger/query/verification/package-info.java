/** The page on which a browser checks the ledger by itself. */
@NullMarked
package org.consentledger.query.verification;

import org.jspecify.annotations.NullMarked;
