/** The names of messages. */
@NullMarked
package org.consentledger.ledger.identifier;

import org.jspecify.annotations.NullMarked;
