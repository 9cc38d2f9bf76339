/** Where the console begins: what the ledger holds, and the search. */
@NullMarked
package org.consentledger.query.home;

import org.jspecify.annotations.NullMarked;
