/** Reading what was recorded, in order of position. */
@NullMarked
package org.consentledger.ledger.reading;

import org.jspecify.annotations.NullMarked;
