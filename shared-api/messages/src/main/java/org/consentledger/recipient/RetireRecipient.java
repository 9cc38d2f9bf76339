package org.consentledger.recipient;

import java.time.Instant;

/**
 * The party receives no data any more.
 *
 * @param retiredAt world time of its retirement, UTC
 */
public record RetireRecipient(String recipient, Instant retiredAt) implements RecipientCommand {}
