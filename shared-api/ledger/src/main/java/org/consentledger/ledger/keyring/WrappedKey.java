package org.consentledger.ledger.keyring;

/**
 * A subject's key as it is stored: encrypted.
 *
 * @param kek which key-encryption key it is encrypted with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WrappedKey(String kek, byte[] bytes) {}
