/** The event store engine behind Axon's interface: streams are loaded, and events appended, many callers at a time. */
@NullMarked
package org.consentledger.ledger.store;

import org.jspecify.annotations.NullMarked;
