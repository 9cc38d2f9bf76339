/** Events go to receivers that cannot come for them: signed, in order, again until they arrive. */
@NullMarked
package org.consentledger.query.webhook;

import org.jspecify.annotations.NullMarked;
