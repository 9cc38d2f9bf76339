/** Opting out, and taking that back. */
@NullMarked
package org.consentledger.command.objection;

import org.jspecify.annotations.NullMarked;
