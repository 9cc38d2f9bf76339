/** Opting out of a purpose that does not rest on consent (GDPR Art. 21). */
@NullMarked
package org.consentledger.objection;

import org.jspecify.annotations.NullMarked;
