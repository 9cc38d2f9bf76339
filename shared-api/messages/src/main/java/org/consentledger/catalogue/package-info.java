/** All notices and recipients at one position of the ledger. */
@NullMarked
package org.consentledger.catalogue;

import org.jspecify.annotations.NullMarked;
