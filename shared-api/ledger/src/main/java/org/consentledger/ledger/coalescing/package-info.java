/** Many callers' questions in one round trip. */
@NullMarked
package org.consentledger.ledger.coalescing;

import org.jspecify.annotations.NullMarked;
