/** HTTP commands, the aggregates that decide them, the events they become. */
@NullMarked
package org.consentledger.command;

import org.jspecify.annotations.NullMarked;
