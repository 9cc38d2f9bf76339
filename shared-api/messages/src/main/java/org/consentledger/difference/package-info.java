/** What changed for a subject between two moments, and why. */
@NullMarked
package org.consentledger.difference;

import org.jspecify.annotations.NullMarked;
