/** Callers that send commands until they are answered, and remember every answer. */
@NullMarked
package org.consentledger.chaos.load;

import org.jspecify.annotations.NullMarked;
