/** The network between services, database and callers, which can be made to fail at a chosen moment. */
@NullMarked
package org.consentledger.chaos.wire;

import org.jspecify.annotations.NullMarked;
