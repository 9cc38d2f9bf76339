package org.consentledger.recipient;

import java.time.Instant;

/**
 * The recipient was retired.
 *
 * @param retiredAt world time of its retirement, UTC
 */
public record RecipientRetired(String recipient, Instant retiredAt) implements RecipientEvent {}
