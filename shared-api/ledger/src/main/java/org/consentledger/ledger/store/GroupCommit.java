package org.consentledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.consentledger.ledger.coalescing.Coalescer;

/**
 * Commits what commands want to record at the same time with one call. Who conflicts is turned away alone. An outcome is
 * handed out only after the commit is durable; when PostgreSQL is slow or away, the queue and the wait are bounded.
 */
final class GroupCommit {

    /** How long a call whose connection broke is repeated. */
    private static final Duration REPEAT_MAX = Duration.ofSeconds(3);

    private final DataSource dataSource;
    private final AppendMeters meters;
    private final Coalescer<Append, AppendOutcome> commits = new Coalescer<>(this::commit);

    GroupCommit(DataSource dataSource, AppendMeters meters) {
        this.dataSource = dataSource;
        this.meters = meters;
    }

    AppendOutcome append(Append append) {
        return commits.ask(append);
    }

    /**
     * Within a commit, changes of the catalogue come last: a decision that was made before one then also stands before
     * it. Of two that would contradict each other within the commit, the later one is turned away to try again.
     */
    private List<AppendOutcome> commit(List<Append> appends) {
        var outcomes = new IdentityHashMap<Append, AppendOutcome>();
        var taken = new HashSet<>();
        var together = new ArrayList<Append>();
        for (var append : appends) {
            if (taken.contains(append.commandId()) || taken.contains(append.streamId())) {
                outcomes.put(append, new AppendOutcome.StreamMoved());
            } else {
                taken.add(append.commandId());
                taken.add(append.streamId());
                together.add(append);
            }
        }
        together.forEach(append -> append.span().begins(together.size()));
        together.sort(Comparator.comparing(Append::changesCatalogue));
        var answers = inOneCall(together);
        for (var i = 0; i < together.size(); i++) {
            outcomes.put(together.get(i), answers.get(i));
        }
        return appends.stream().map(outcomes::get).toList();
    }

    private List<AppendOutcome> inOneCall(List<Append> appends) {
        try {
            return call(appends);
        } catch (SQLException e) {
            if (appends.size() > 1 && isOfOneCommand(e)) {
                return appends.stream().map(this::alone).toList();
            }
            throw notAppended(e);
        }
    }

    private AppendOutcome alone(Append append) {
        try {
            return call(List.of(append)).getFirst();
        } catch (SQLException e) {
            if (isOfOneCommand(e)) {
                return new AppendOutcome.Failed(notAppended(e));
            }
            throw notAppended(e);
        }
    }

    /**
     * A connection that breaks does not say whether the commit came to pass. The same call tells: what it finds recorded
     * is not recorded again, and should the lost call reach the database after all, it finds the same.
     */
    private List<AppendOutcome> call(List<Append> appends) throws SQLException {
        var deadline = System.nanoTime() + REPEAT_MAX.toNanos();
        while (true) {
            try (var connection = dataSource.getConnection()) {
                try {
                    return commit(connection, appends);
                } catch (SQLException e) {
                    if (!isOfConnection(e) || System.nanoTime() - deadline > 0) {
                        throw e;
                    }
                }
            }
        }
    }

    private List<AppendOutcome> commit(Connection connection, List<Append> appends) throws SQLException {
        var begunNanos = System.nanoTime();
        var outcomes = AppendStatement.execute(connection, appends);
        meters.committed(appends, outcomes, System.nanoTime() - begunNanos);
        return outcomes;
    }

    private static EventStoreException notAppended(SQLException cause) {
        return new EventStoreException("events could not be appended", cause);
    }

    private static boolean isOfConnection(SQLException e) {
        var state = e.getSQLState();
        // the pool gives none when it has closed a broken connection
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** A value that PostgreSQL does not take, a constraint, a limit: not the fault of the others in the same call. */
    private static boolean isOfOneCommand(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
