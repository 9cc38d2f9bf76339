/** Decisions about transfers: what the rules would say, and why they said what was recorded. */
@NullMarked
package org.consentledger.query.decision;

import org.jspecify.annotations.NullMarked;
