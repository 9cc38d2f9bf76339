/** What is asked of every contender. */
@NullMarked
package org.consentledger.bench.workload;

import org.jspecify.annotations.NullMarked;
