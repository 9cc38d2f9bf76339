package org.consentledger.query.webhook;

import java.util.List;

/**
 * Dead letters of one webhook.
 *
 * @param deadLetters in order of position
 */
record DeadLettersView(List<DeadLetterView> deadLetters) {}
