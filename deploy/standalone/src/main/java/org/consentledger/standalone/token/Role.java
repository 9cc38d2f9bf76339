package org.consentledger.standalone.token;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.access.Scope;

/** Whom a token is for. */
public enum Role {
    /** An upstream service: it sends every command, and asks how a person stands. */
    WRITER(Scope.CONSENT_WRITE, Scope.TRANSFER_WRITE, Scope.CATALOGUE_WRITE, Scope.SUBJECT_ERASE, Scope.CONSENT_READ),
    /** Reads everything, and says why. */
    AUDITOR(Scope.CONSENT_READ, Scope.AUDIT_READ),
    /** Reads metrics, rebuilds projections, has events sent to receivers. */
    OPERATOR(Scope.OPERATE, Scope.WEBHOOK_MANAGE);

    private final String scope;

    Role(Scope... scopes) {
        this.scope = Stream.of(scopes).map(Scope::value).collect(Collectors.joining(" "));
    }

    /** Its name as callers write it; the client of its tokens, too. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its tokens may be used for (RFC 6749, section 3.3). */
    public String scope() {
        return scope;
    }

    /** Empty if there is none of that name. */
    public static Optional<Role> of(String id) {
        return Stream.of(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
