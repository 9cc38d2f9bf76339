/** An HTTP load generator that leaves the machine to those under load. */
@NullMarked
package org.consentledger.bench.load;

import org.jspecify.annotations.NullMarked;
