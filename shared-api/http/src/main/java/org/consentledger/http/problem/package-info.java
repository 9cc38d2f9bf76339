/** Every error as an RFC 9457 problem with a stable code. */
@NullMarked
package org.consentledger.http.problem;

import org.jspecify.annotations.NullMarked;
