package org.consentledger.recipient;

/** A safeguard of the recipient was put on record. */
public record SafeguardRecorded(String recipient, Safeguard safeguard) implements RecipientEvent {}
