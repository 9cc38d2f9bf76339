/** The doctor at the bed of a running ledger. */
@NullMarked
package org.consentledger.acceptance.diagnosis;

import org.jspecify.annotations.NullMarked;
