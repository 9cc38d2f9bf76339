/** A mailing that stops for whoever takes their consent back. */
@NullMarked
package org.consentledger.mailing;

import org.jspecify.annotations.NullMarked;
