/** Saying yes, saying no, taking back. */
@NullMarked
package org.consentledger.command.consent;

import org.jspecify.annotations.NullMarked;
