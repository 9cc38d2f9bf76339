/** The ledger as a verifiable log, for whoever does not take the operator's word. */
@NullMarked
package org.consentledger.query.log;

import org.jspecify.annotations.NullMarked;
