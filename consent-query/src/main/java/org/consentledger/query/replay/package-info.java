/** Rebuilds state from the events alone, apart from the projections, and says what both say differently. */
@NullMarked
package org.consentledger.query.replay;

import org.jspecify.annotations.NullMarked;
