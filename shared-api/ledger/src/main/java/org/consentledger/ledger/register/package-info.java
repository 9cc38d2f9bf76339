/** Loading the legal register. */
@NullMarked
package org.consentledger.ledger.register;

import org.jspecify.annotations.NullMarked;
