package org.consentledger.recipient;

/**
 * The controller has put a safeguard in place.
 *
 * @param safeguard not withdrawn
 */
public record RecordSafeguard(String recipient, Safeguard safeguard) implements RecipientCommand {}
