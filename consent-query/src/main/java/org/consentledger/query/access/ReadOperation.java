package org.consentledger.query.access;

/** What can be read of a subject. */
public enum ReadOperation {
    /** How a subject stands to every purpose. */
    CONSENTS("consents"),
    /** What became of a subject's data. */
    TRANSFERS_OF_SUBJECT("transfersOfSubject"),
    /** Everything the ledger holds of a subject. */
    HISTORY("history"),
    /** What a recipient got, about whom. */
    TRANSFERS_TO_RECIPIENT("transfersToRecipient"),
    /** What the rules say of a transfer, on the strength of what a subject said. */
    DECISION("decision"),
    /** The ledger's events. */
    EVENTS("events"),
    /** The receipt of an event. */
    RECEIPT("receipt"),
    /** Who read, as far as it was asked for by a subject's reference. */
    ACCESSES("accesses"),
    /** Who read a subject's data. */
    ACCESSES_OF_SUBJECT("accessesOfSubject"),
    /** Whom a reference leads to, as a page was looked for by it. */
    SEARCH("search"),
    /** What a subject said and what became of their data, drawn along time. */
    SUBJECT_PAGE("subjectPage"),
    /** What a recipient got, on its page. */
    RECIPIENT_PAGE("recipientPage");

    private final String id;

    ReadOperation(String id) {
        this.id = id;
    }

    /** The {@code operationId} of the handler; stands in the access log, so it never changes. */
    public String id() {
        return id;
    }
}
