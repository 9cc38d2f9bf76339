/** Access tokens of a ledger that runs on somebody's own machine, whose issuer is a key in its data folder. */
@NullMarked
package org.consentledger.standalone.token;

import org.jspecify.annotations.NullMarked;
