/** SHA-256, as the ledger uses it throughout. */
@NullMarked
package org.consentledger.log.digest;

import org.jspecify.annotations.NullMarked;
