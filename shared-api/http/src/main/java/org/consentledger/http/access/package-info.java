/** Who calls, and what they may do: OAuth 2.0 bearer tokens (RFC 6750), whichever provider issued them. */
@NullMarked
package org.consentledger.http.access;

import org.jspecify.annotations.NullMarked;
