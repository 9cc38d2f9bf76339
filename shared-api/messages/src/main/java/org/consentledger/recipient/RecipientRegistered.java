package org.consentledger.recipient;

/**
 * A party became known as a recipient.
 *
 * @param country ISO 3166-1 alpha-2 code of the country where the data goes
 */
public record RecipientRegistered(String recipient, String name, RecipientClass recipientClass, String country)
        implements RecipientEvent {}
