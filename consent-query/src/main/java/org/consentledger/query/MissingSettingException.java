package org.consentledger.query;

import java.util.List;

/** A setting without which the service cannot start is missing. */
final class MissingSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSettingException(List<String> environmentVariables) {
        super("consent-query does not start: set " + String.join(", ", environmentVariables) + ".");
    }
}
