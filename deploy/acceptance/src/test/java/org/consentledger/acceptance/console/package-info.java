/** The console in a real browser. */
@NullMarked
package org.consentledger.acceptance.console;

import org.jspecify.annotations.NullMarked;
