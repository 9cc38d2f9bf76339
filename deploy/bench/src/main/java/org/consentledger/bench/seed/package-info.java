/** Fills a ledger with events in their real stored form. */
@NullMarked
package org.consentledger.bench.seed;

import org.jspecify.annotations.NullMarked;
