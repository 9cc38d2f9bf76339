/** The ledger as its users meet it: both services on PostgreSQL, over HTTP. */
@NullMarked
package org.consentledger.acceptance;

import org.jspecify.annotations.NullMarked;
