package org.consentledger.http.problem;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An exception as it may stand in the log: type and stack of each in the chain, and the messages only if none of them
 * comes from reading JSON, because such messages quote what was read, and those around them repeat it.
 */
final class LoggedFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** A chain may be a circle. */
    private static final int CAUSES_MAX = 20;

    private LoggedFailure(Throwable failure, @Nullable LoggedFailure cause) {
        super(failure.getClass().getName() + ": (message withheld)", cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static Throwable of(Throwable failure) {
        var quotesJson = Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(JacksonException.class::isInstance);
        return quotesJson ? withoutMessages(failure, CAUSES_MAX) : failure;
    }

    private static LoggedFailure withoutMessages(Throwable failure, int causes) {
        var cause = failure.getCause();
        return new LoggedFailure(failure, cause == null || causes == 0 ? null : withoutMessages(cause, causes - 1));
    }
}
