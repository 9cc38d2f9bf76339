/** Traces: whose a request is, what of it is measured, and where that is sent. */
@NullMarked
package org.consentledger.http.trace;

import org.jspecify.annotations.NullMarked;
