/** Moves a consent table into the ledger: rows of CSV become commands, sent by the thousand. */
@NullMarked
package org.consentledger.importing;

import org.jspecify.annotations.NullMarked;
