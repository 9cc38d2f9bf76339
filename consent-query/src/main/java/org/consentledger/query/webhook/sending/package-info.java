/** Sends one message to one receiver, once, and nowhere that was not meant to be reached. */
@NullMarked
package org.consentledger.query.webhook.sending;

import org.jspecify.annotations.NullMarked;
