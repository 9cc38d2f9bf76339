/** Strict query parameters: known, given once, and of the right form. */
@NullMarked
package org.consentledger.query.parameter;

import org.jspecify.annotations.NullMarked;
