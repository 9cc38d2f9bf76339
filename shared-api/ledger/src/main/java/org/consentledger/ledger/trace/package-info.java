/** Which trace an event is part of: how it is written beside the event, and read again. */
@NullMarked
package org.consentledger.ledger.trace;

import org.jspecify.annotations.NullMarked;
