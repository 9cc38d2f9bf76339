/** The event store on PostgreSQL: append, read, serialization, migrations, and the beans that both services share. */
@NullMarked
package org.consentledger.ledger;

import org.jspecify.annotations.NullMarked;
