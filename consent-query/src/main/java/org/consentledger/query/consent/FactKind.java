package org.consentledger.query.consent;

/** What a fact row says; the kind decides which of its columns are filled. */
enum FactKind {
    GIVEN,
    REFUSED,
    REVOKED,
    OBJECTED,
    WITHDRAWN,
    ERASED
}
