/** From nothing to ready. */
@NullMarked
package org.consentledger.bench.start;

import org.jspecify.annotations.NullMarked;
