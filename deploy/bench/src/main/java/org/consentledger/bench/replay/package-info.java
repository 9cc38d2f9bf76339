/** What a replay costs: time, memory, and commands that run beside it. */
@NullMarked
package org.consentledger.bench.replay;

import org.jspecify.annotations.NullMarked;
