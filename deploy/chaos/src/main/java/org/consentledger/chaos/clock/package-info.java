/** The services with a clock that is wrong. */
@NullMarked
package org.consentledger.chaos.clock;

import org.jspecify.annotations.NullMarked;
