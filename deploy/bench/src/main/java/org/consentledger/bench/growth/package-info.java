/** What a command and a query cost as the ledger grows. */
@NullMarked
package org.consentledger.bench.growth;

import org.jspecify.annotations.NullMarked;
