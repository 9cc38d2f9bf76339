/** Knowing, without asking at that moment, what a metric tells. */
@NullMarked
package org.consentledger.query.sampling;

import org.jspecify.annotations.NullMarked;
