/** Projections from position 0. */
@NullMarked
package org.consentledger.bench.rebuild;

import org.jspecify.annotations.NullMarked;
