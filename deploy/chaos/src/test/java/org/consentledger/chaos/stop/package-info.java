/** Services that are told to stop, and what of it their callers notice: nothing. */
@NullMarked
package org.consentledger.chaos.stop;

import org.jspecify.annotations.NullMarked;
