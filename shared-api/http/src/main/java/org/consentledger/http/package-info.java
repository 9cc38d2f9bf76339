/** The web edge that both services share. */
@NullMarked
package org.consentledger.http;

import org.jspecify.annotations.NullMarked;
