/** From a subject's reference to the ledger's pseudonym. */
@NullMarked
package org.consentledger.ledger.pseudonym;

import org.jspecify.annotations.NullMarked;
