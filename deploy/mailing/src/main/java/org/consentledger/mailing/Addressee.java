package org.consentledger.mailing;

/**
 * Somebody on the list.
 *
 * @param customer as the sender knows them
 * @param subjectId as the ledger calls them: {@code subjectId} of {@code GET /v1/subjects/{customer}/consents}
 */
public record Addressee(String customer, String subjectId) {}
