/** The products' own servers with one more endpoint, which does nothing. */
@NullMarked
package org.consentledger.bench.noop;

import org.jspecify.annotations.NullMarked;
