/** The ledger's rules in a plain Axon application: what the starter's defaults would give. */
@NullMarked
package org.consentledger.bench.baseline;

import org.jspecify.annotations.NullMarked;
