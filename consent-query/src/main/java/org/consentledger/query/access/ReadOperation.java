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
    /** What changed for a subject between two moments. */
    CONSENTS_DIFFERENCE("consentsDifference"),
    /** Why a recorded decision came out as it did, with what the subject had said. */
    DECISION_EXPLANATION("decisionExplanation"),
    /** The ledger's events. */
    EVENTS("events"),
    /** That a replay of one subject was asked for. */
    START_REPLAY("startReplay"),
    /** What a replay of one subject found. */
    REPLAY("replay"),
    /** How subjects stood, as a replay found it. */
    REPLAY_CONSENTS("replayConsents"),
    /** Which objections stood, as a replay found it. */
    REPLAY_OBJECTIONS("replayObjections"),
    /** What became of subjects' data, as a replay found it. */
    REPLAY_TRANSFERS("replayTransfers"),
    /** What the projections say otherwise than a replay. */
    REPLAY_DIFFERENCES("replayDifferences"),
    /** A part of the ledger with its proofs, as far as it was asked for by a subject's reference. */
    EXPORT_OF_EVENTS("exportEvents"),
    /** An event that a webhook's receiver is sent, with what is personal in it; the service itself sends it. */
    WEBHOOK_DELIVERY("webhookDelivery"),
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
    /** Everything that is told to a subject who asks. */
    SUBJECT_REPORT("subjectReport"),
    /** Whose consents end soon. */
    EXPIRING("expiring"),
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
