package org.consentledger.ledger.reading;

/**
 * An event that the ledger holds and this version cannot read. Says which one and nothing of what it holds: the cause,
 * whose message may quote a subject, is left out on purpose.
 */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    UnreadableEventException(long position, String id, String storedType, String kind) {
        super("the event at position %d (id %s, stored type %s) cannot be read: %s"
                .formatted(position, id, storedType, kind));
        this.position = position;
    }

    /** Where in the ledger it stands. */
    public long position() {
        return position;
    }
}
