/** Consent given, refused, revoked and expired. */
@NullMarked
package org.consentledger.consent;

import org.jspecify.annotations.NullMarked;
