/** A Kafka broker of one process. */
@NullMarked
package org.consentledger.broker;

import org.jspecify.annotations.NullMarked;
