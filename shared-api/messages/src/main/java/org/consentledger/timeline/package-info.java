/** A subject's facts in order of world time, and the state they add up to at any moment. */
@NullMarked
package org.consentledger.timeline;

import org.jspecify.annotations.NullMarked;
