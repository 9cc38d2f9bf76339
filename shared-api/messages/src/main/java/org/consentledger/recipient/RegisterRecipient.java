package org.consentledger.recipient;

/**
 * The controller names a party that may receive data.
 *
 * @param country ISO 3166-1 alpha-2 code of the country where the data goes
 */
public record RegisterRecipient(String recipient, String name, RecipientClass recipientClass, String country)
        implements RecipientCommand {}
