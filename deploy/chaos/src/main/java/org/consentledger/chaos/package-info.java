/** The crash and chaos test: everything is killed, cut and stalled under load, and then counted. */
@NullMarked
package org.consentledger.chaos;

import org.jspecify.annotations.NullMarked;
