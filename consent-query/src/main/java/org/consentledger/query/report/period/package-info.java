/** Periods of world time that reports are about, and the parts that they count in. */
@NullMarked
package org.consentledger.query.report.period;

import org.jspecify.annotations.NullMarked;
