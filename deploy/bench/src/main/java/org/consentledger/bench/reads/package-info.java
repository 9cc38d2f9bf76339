/** Queries per second. */
@NullMarked
package org.consentledger.bench.reads;

import org.jspecify.annotations.NullMarked;
