/** How a service that is set up wrongly refuses to start: with a sentence. */
@NullMarked
package org.consentledger.setting;

import org.jspecify.annotations.NullMarked;
