package org.consentledger.ledger.serial;

/**
 * The stable name under which a class is stored.
 *
 * @param name stands in the database for ever; independent of the class's own name
 * @param revision of the stored form; counts up with each change that needs an upcaster
 */
public record StoredType(String name, int revision, Class<?> type) {}
