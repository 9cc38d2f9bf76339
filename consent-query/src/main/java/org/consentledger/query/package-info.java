/** Projections of the ledger and the HTTP queries they answer. */
@NullMarked
package org.consentledger.query;

import org.jspecify.annotations.NullMarked;
