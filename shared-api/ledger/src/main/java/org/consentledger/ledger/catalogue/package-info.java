/** The newest committed catalogue. */
@NullMarked
package org.consentledger.ledger.catalogue;

import org.jspecify.annotations.NullMarked;
