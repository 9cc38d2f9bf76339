package org.consentledger.http.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a token may be used for (RFC 6749, section 3.3). */
public enum Scope {
    /** Consents, refusals, revocations and objections may be recorded. */
    CONSENT_WRITE("consent:write", "Record consents, refusals, revocations and objections"),
    /** Transfers may be asked for and reported. */
    TRANSFER_WRITE("transfer:write", "Ask for and report transfers"),
    /** Notices and recipients may be published and changed. */
    CATALOGUE_WRITE("catalogue:write", "Publish notices, register recipients and their safeguards"),
    /** Subjects may be erased, and legal holds placed. */
    SUBJECT_ERASE("subject:erase", "Erase subjects, place and release legal holds"),
    /** State may be asked for, one subject at a time. */
    CONSENT_READ("consent:read", "Ask for the consents, transfers and receipts of one subject, and for the catalogue"),
    /** Everything may be read, for a stated purpose. */
    AUDIT_READ("audit:read", "Read everything, stating why"),
    /** Events may be had sent to receivers, for as long as nobody ends it. */
    WEBHOOK_MANAGE(
            "webhook:manage", "Have events sent to receivers; with what is personal in them, together with audit:read"),
    /** The service may be watched and its projections rebuilt. */
    OPERATE("operate", "Read metrics, rebuild projections");

    private final String value;
    private final String summary;

    Scope(String value, String summary) {
        this.value = value;
        this.summary = summary;
    }

    /** As it stands in a token. */
    public String value() {
        return value;
    }

    /** What it permits, in one line. */
    public String summary() {
        return summary;
    }

    /** The name under which Spring Security knows it. */
    String authority() {
        return "SCOPE_" + value;
    }

    /** Empty for a scope that means nothing here: tokens may be used for other services too. */
    static Optional<Scope> of(String value) {
        return Stream.of(values()).filter(scope -> scope.value.equals(value)).findFirst();
    }
}
