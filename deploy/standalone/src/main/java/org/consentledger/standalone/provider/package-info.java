/** The OpenID provider of a ledger that runs on somebody's own machine: by it, people sign in to the console. */
@NullMarked
package org.consentledger.standalone.provider;

import org.jspecify.annotations.NullMarked;
