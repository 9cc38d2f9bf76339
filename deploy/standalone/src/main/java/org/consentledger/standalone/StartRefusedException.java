package org.consentledger.standalone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something the user has to put right first; the message is one line that says what. */
final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int WRONG_CALL = 2;

    private final int exitStatus;

    private StartRefusedException(int exitStatus, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitStatus = exitStatus;
    }

    /** An argument or a setting is wrong in itself, whatever the machine is like. */
    static StartRefusedException wrongCall(String message) {
        return new StartRefusedException(WRONG_CALL, message, null);
    }

    /** The machine does not have what the start needs. */
    static StartRefusedException because(String message) {
        return because(message, null);
    }

    static StartRefusedException because(String message, @Nullable Throwable cause) {
        return new StartRefusedException(1, message, cause);
    }

    /** One line for the user. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    int exitStatus() {
        return exitStatus;
    }
}
