/** Asking whether data may go, or saying that it went. */
@NullMarked
package org.consentledger.command.transfer;

import org.jspecify.annotations.NullMarked;
