package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a database that is down, slow or out of connections from a defect: the first passes, so the caller is asked to
 * come back. The reason may lie deep, for everything between the driver and the controller wraps it.
 */
final class DatabaseOutage implements ProblemSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

    private static final long RETRY_AFTER_SECONDS = 1;
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    /** A connection that died during a commit does not say whether it came to pass. */
    private static final String OUTCOME_UNKNOWN =
            "The service cannot tell at the moment whether the command was recorded: send it again with the same"
                    + " Idempotency-Key, or without one with the same world time.";

    /** A chain may be a circle. */
    private static final int CAUSES_MAX = 20;

    /** SQLState classes: connection exception, insufficient resources. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    /**
     * Single SQLStates: query cancelled (a statement's time was over), lock not available, serialization failure,
     * completion unknown, deadlock, transaction ended for idling, a standby that is not yet promoted. PostgreSQL, appendix A.
     */
    private static final Set<String> STATES = Set.of("57014", "55P03", "40001", "40003", "40P01", "25P03", "25006");

    /** The server is stopping, starting, or gone. */
    private static final String SHUTDOWN = "57P";

    @Override
    public Optional<Problem> problemOf(Exception exception, HttpServletRequest request) {
        if (chain(exception).noneMatch(DatabaseOutage::passes)) {
            return Optional.empty();
        }
        LOG.warn(
                "the database cannot be asked: {}, SQLState {}",
                exception.getClass().getName(),
                sqlState(exception));
        var problem = SAFE_METHODS.contains(request.getMethod())
                ? Problem.of(ProblemCode.UNAVAILABLE)
                : Problem.of(ProblemCode.UNAVAILABLE, OUTCOME_UNKNOWN);
        return Optional.of(problem.retryAfter(RETRY_AFTER_SECONDS));
    }

    private static Stream<Throwable> chain(Exception exception) {
        return Stream.iterate((Throwable) exception, thrown -> thrown != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }

    private static boolean passes(Throwable thrown) {
        return switch (thrown) {
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException e when isOfThePool(e) -> true;
            case SQLException e -> passes(e.getSQLState());
            case DataAccessResourceFailureException _ -> true;
            case TransientDataAccessException _ -> true;
            case CannotCreateTransactionException _ -> true;
            default -> false;
        };
    }

    /** Drivers throw their own kind and give a state; the pool does neither when it has closed a broken connection. */
    private static boolean isOfThePool(SQLException e) {
        return e.getSQLState() == null && e.getClass() == SQLException.class;
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || state.startsWith(SHUTDOWN) || STATES.contains(state));
    }

    private static String sqlState(Exception exception) {
        return chain(exception)
                .map(thrown -> thrown instanceof SQLException e ? e.getSQLState() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("unknown");
    }
}
