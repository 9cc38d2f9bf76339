/** The ledger's events go out to Apache Kafka. */
@NullMarked
package org.consentledger.query.relay;

import org.jspecify.annotations.NullMarked;
