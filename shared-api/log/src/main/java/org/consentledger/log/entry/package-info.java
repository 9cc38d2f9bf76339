/** The exact bytes of an event in the log. */
@NullMarked
package org.consentledger.log.entry;

import org.jspecify.annotations.NullMarked;
