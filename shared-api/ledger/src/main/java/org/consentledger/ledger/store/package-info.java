/** Appending: Axon's JDBC engine, made to keep positions in commit order. */
@NullMarked
package org.consentledger.ledger.store;

import org.jspecify.annotations.NullMarked;
