/** Durable commands per second, and how long one takes. */
@NullMarked
package org.consentledger.bench.commands;

import org.jspecify.annotations.NullMarked;
