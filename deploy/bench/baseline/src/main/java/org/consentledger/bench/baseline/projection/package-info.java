/** What tracking processors make of the events. */
@NullMarked
package org.consentledger.bench.baseline.projection;

import org.jspecify.annotations.NullMarked;
