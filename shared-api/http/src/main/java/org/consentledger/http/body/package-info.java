/** Reading a request's body: bounded, strict, and with everything that is wrong in one answer. */
@NullMarked
package org.consentledger.http.body;

import org.jspecify.annotations.NullMarked;
