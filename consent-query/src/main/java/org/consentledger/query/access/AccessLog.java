package org.consentledger.query.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.coalescing.CoalescedFailureException;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.query.projection.LoggedCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down who is about to be shown whose data, and why. To be called before an answer leaves: what cannot be written
 * down is not shown. Who reads at the same time shares a statement and its commit.
 */
@Component
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private static final long RETRY_AFTER_SECONDS = 1;

    private final EntryStatement statement;
    private final Coalescer<List<Entry>, Boolean> writing = new Coalescer<>(this::write);
    private final Map<ReadOperation, Counter> written;

    AccessLog(JdbcClient jdbc, MeterRegistry meters) {
        this.statement = new EntryStatement(jdbc);
        this.written = Arrays.stream(ReadOperation.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), what -> counter(what, meters)));
    }

    private static Counter counter(ReadOperation what, MeterRegistry meters) {
        return Counter.builder("ledger.accesses")
                .description("Entries in the access log: one for each subject in each answer")
                .tag("what", what.id())
                .register(meters);
    }

    /**
     * Writes an answer about one subject down.
     *
     * @param subjectId the pseudonym; null if the answer is about nobody
     * @throws ProblemException if it cannot be written down: 503, and nothing may be shown
     */
    public void enter(Reader reader, ReadOperation what, @Nullable String subjectId) {
        enter(reader, what, Stream.ofNullable(subjectId));
    }

    /**
     * Writes an answer about many subjects down, each of them once.
     *
     * @param subjectIds the pseudonyms; null for what is about nobody
     * @throws ProblemException if it cannot be written down: 503, and nothing may be shown
     */
    public void enter(Reader reader, ReadOperation what, Stream<? extends @Nullable String> subjectIds) {
        var entries = subjectIds
                .filter(Objects::nonNull)
                .distinct()
                .map(subjectId -> Entry.of(reader, what, subjectId))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        try {
            writing.ask(entries);
        } catch (DataAccessException | CoalescedFailureException e) {
            LOG.warn("an access cannot be written down, so nothing is shown: {}", cause(e));
            throw new ProblemException(
                    Problem.of(ProblemCode.UNAVAILABLE, "the access cannot be written down at the moment")
                            .retryAfter(RETRY_AFTER_SECONDS));
        }
        Objects.requireNonNull(written.get(what)).increment(entries.size());
    }

    private List<Boolean> write(List<List<Entry>> answers) {
        statement.execute(answers.stream().flatMap(Collection::stream).toList());
        return Collections.nCopies(answers.size(), true);
    }

    private static String cause(RuntimeException failure) {
        var cause = failure.getCause();
        return LoggedCause.of(cause == null ? failure : cause);
    }
}
