/** From commit to visible. */
@NullMarked
package org.consentledger.bench.staleness;

import org.jspecify.annotations.NullMarked;
