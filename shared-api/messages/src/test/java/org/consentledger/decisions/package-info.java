/** The decision tables under {@code src/test/resources/decisions}, read so that any module can run them. */
@NullMarked
package org.consentledger.decisions;

import org.jspecify.annotations.NullMarked;
