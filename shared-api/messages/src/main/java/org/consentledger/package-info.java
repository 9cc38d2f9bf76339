/**
 * What both sides of the ledger speak: commands, events, rules. Records and pure functions only; time and identifiers
 * come in as arguments.
 */
@NullMarked
package org.consentledger;

import org.jspecify.annotations.NullMarked;
