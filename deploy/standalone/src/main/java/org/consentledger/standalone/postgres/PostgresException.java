package org.consentledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be used; the message is one line for the user and says what to do. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        this(message, null);
    }

    PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
