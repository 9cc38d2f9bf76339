package org.consentledger.chaos.call;

import java.util.Optional;

/** What a request shows of its caller: the one place that knows. */
final class Credentials {

    private Credentials() {}

    /** The value of the Authorization header (RFC 9110, section 11.6.2); none, as the services ask nobody who they are. */
    static Optional<String> of(Caller caller) {
        return switch (caller) {
            case WRITER, AUDITOR, OPERATOR -> Optional.empty();
        };
    }
}
