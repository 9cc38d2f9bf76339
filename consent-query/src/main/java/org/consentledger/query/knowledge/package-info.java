/** What the ledger knew at one point of its own time. */
@NullMarked
package org.consentledger.query.knowledge;

import org.jspecify.annotations.NullMarked;
