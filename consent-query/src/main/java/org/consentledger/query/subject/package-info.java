/** From what callers call a person to what the ledger calls them. */
@NullMarked
package org.consentledger.query.subject;

import org.jspecify.annotations.NullMarked;
