/** The languages that people read the ledger in, and its words in each of them. */
@NullMarked
package org.consentledger.query.language;

import org.jspecify.annotations.NullMarked;
