/** What may be told outside when PostgreSQL has a synchronous standby: only what the standby has as well. */
@NullMarked
package org.consentledger.ledger.replication;

import org.jspecify.annotations.NullMarked;
