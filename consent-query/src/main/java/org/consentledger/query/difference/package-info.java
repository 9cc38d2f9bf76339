/** What changed for a subject between two moments, in plain words. */
@NullMarked
package org.consentledger.query.difference;

import org.jspecify.annotations.NullMarked;
