/** Connections beside the pool. */
@NullMarked
package org.consentledger.ledger.connection;

import org.jspecify.annotations.NullMarked;
