package org.consentledger.http.problem;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An exception as it may stand in the log: type and stack of each in the chain, and the messages only if none of them
 * comes from reading JSON, because such messages quote what was read, and those around them repeat it.
 */
final class LoggedFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String shown;

    private LoggedFailure(Throwable failure, String shown, @Nullable LoggedFailure cause) {
        super(shown, cause, false, true);
        this.shown = shown;
        setStackTrace(failure.getStackTrace());
    }

    static Throwable of(Throwable failure) {
        return quotesJson(failure, seen()) ? redacted(failure, seen()) : failure;
    }

    @Override
    public String toString() {
        return shown;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean quotesJson(@Nullable Throwable failure, Set<Throwable> seen) {
        return failure != null
                && seen.add(failure)
                && (failure instanceof JacksonException || quotesJson(failure.getCause(), seen));
    }

    private static @Nullable LoggedFailure redacted(@Nullable Throwable failure, Set<Throwable> seen) {
        return failure == null || !seen.add(failure)
                ? null
                : new LoggedFailure(
                        failure,
                        failure.getClass().getName() + ": (message withheld)",
                        redacted(failure.getCause(), seen));
    }
}
