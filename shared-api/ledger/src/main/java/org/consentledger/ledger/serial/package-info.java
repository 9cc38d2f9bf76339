/** How events are written down: stable names, revisions and one strict JSON form. */
@NullMarked
package org.consentledger.ledger.serial;

import org.jspecify.annotations.NullMarked;
