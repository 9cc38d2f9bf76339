/** Notices and recipients. */
@NullMarked
package org.consentledger.bench.baseline.catalogue;

import org.jspecify.annotations.NullMarked;
