/** The ledger's events, in pages and as streams. */
@NullMarked
package org.consentledger.query.feed;

import org.jspecify.annotations.NullMarked;
