package org.consentledger.ledger.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.ledger.keyring.Subject.Predecessor;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.ledger.replication.CommitWait;
import org.consentledger.ledger.store.Append.DecidedOnCatalogue;
import org.consentledger.ledger.store.Append.SubjectClaim;
import org.jspecify.annotations.Nullable;

/** The call of {@code ledger.append}: one round trip, in which PostgreSQL also commits. */
final class AppendStatement {

    private static final String CALL =
            "SELECT head, recorded_at, outcomes FROM ledger.append(" + "?, ".repeat(24) + "?)";

    private AppendStatement() {}

    /**
     * Appends what can be appended.
     *
     * @param connection in auto-commit mode
     * @throws SQLException also if it was committed, but perhaps not on the synchronous standby
     * @return one outcome for each append, in their order; none is {@link AppendOutcome.Failed}
     */
    static List<AppendOutcome> execute(Connection connection, List<Append> appends) throws SQLException {
        try (var statement = connection.prepareStatement(CALL)) {
            var parameters = new Parameters(connection, appends);
            var number = 1;
            for (var parameter : parameters.inOrder()) {
                statement.setArray(number++, parameter);
            }
            try (var result = statement.executeQuery()) {
                CommitWait.requireComplete(statement);
                result.next();
                return outcomes(result, appends);
            }
        }
    }

    private static List<AppendOutcome> outcomes(ResultSet result, List<Append> appends) throws SQLException {
        var next = result.getLong("head") + 1;
        var recordedAt = result.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var names = (String[]) result.getArray("outcomes").getArray();
        var outcomes = new ArrayList<AppendOutcome>();
        for (var i = 0; i < names.length; i++) {
            outcomes.add(
                    switch (names[i]) {
                        case "RECORDED" -> new AppendOutcome.Recorded(next, recordedAt);
                        case "ALREADY_RECORDED" -> new AppendOutcome.AlreadyRecorded();
                        case "SUBJECT_MOVED" -> new AppendOutcome.SubjectMoved();
                        case "STREAM_MOVED" -> new AppendOutcome.StreamMoved();
                        case "CATALOGUE_MOVED" -> new AppendOutcome.CatalogueMoved();
                        default -> throw new IllegalStateException("ledger.append answers " + names[i]);
                    });
            if (outcomes.getLast() instanceof AppendOutcome.Recorded) {
                next += appends.get(i).events().size();
            }
        }
        return outcomes;
    }

    /** Arrays in the order in which the function takes them. */
    private record Parameters(Connection connection, List<Append> appends) {

        List<Array> inOrder() throws SQLException {
            return List.of(
                    array("uuid", UUID[]::new, appends.stream().map(Append::commandId)),
                    ofAppends(Append::requestSha256),
                    ofAppends(Append::streamId),
                    ofAppends(Append::streamType),
                    array("bigint", Long[]::new, appends.stream().map(Append::firstSequence)),
                    array("bigint", Long[]::new, decidedOn(DecidedOnCatalogue::position)),
                    array("text", String[]::new, decidedOn(DecidedOnCatalogue::recipientStream)),
                    array("uuid", UUID[]::new, claims(SubjectClaim::lookup)),
                    array("text", String[]::new, claims(claim -> of(claim.key(), WrappedKey::kek))),
                    array("bytea", byte[][]::new, claims(claim -> of(claim.key(), WrappedKey::bytes))),
                    array(
                            "text",
                            String[]::new,
                            claims(claim -> of(
                                    claim.predecessor(), before -> before.id().value()))),
                    array("bigint", Long[]::new, claims(claim -> of(claim.predecessor(), Predecessor::lastSequence))),
                    array("timestamptz", Object[]::new, claims(SubjectClaim::begunAt)),
                    array("integer", Integer[]::new, commands()),
                    array("integer", Integer[]::new, appends.stream().flatMap(Parameters::indexes)),
                    ofEvents(EventRow::eventId),
                    ofEvents(EventRow::type),
                    ofEvents(EventRow::revision),
                    ofEvents(EventRow::payload),
                    ofEvents(EventRow::metadata),
                    array("bytea", byte[][]::new, events().map(EventRow::aboutSha256)),
                    ofEvents(EventRow::recipient),
                    ofEvents(event -> of(event.expires(), EventRow.Expiry::purpose)),
                    array("timestamptz", Object[]::new, events().map(Parameters::validUntil)),
                    array("timestamptz", Object[]::new, events().map(EventRow::erasedAt)));
        }

        private Stream<EventRow> events() {
            return appends.stream().flatMap(append -> append.events().stream());
        }

        private <T> Stream<@Nullable T> decidedOn(Function<DecidedOnCatalogue, @Nullable T> part) {
            return appends.stream().map(append -> of(append.decidedOn(), part));
        }

        private <T> Stream<@Nullable T> claims(Function<SubjectClaim, @Nullable T> part) {
            return appends.stream().map(append -> of(append.claim(), part));
        }

        private static @Nullable Object validUntil(EventRow event) {
            return of(event.expires(), EventRow.Expiry::validUntil);
        }

        /** Whose each event is, counted from 1. */
        private Stream<Integer> commands() {
            return IntStream.range(0, appends.size())
                    .boxed()
                    .flatMap(i -> appends.get(i).events().stream().map(event -> i + 1));
        }

        private static Stream<Integer> indexes(Append append) {
            return IntStream.range(0, append.events().size()).boxed();
        }

        private Array ofAppends(Function<Append, String> value) throws SQLException {
            return array("text", String[]::new, appends.stream().map(value));
        }

        private Array ofEvents(Function<EventRow, @Nullable String> value) throws SQLException {
            return array("text", String[]::new, events().map(value));
        }

        /** The kind of Java array decides whether the driver sends it in binary. */
        private <T> Array array(String type, IntFunction<T[]> kind, Stream<? extends @Nullable T> values)
                throws SQLException {
            return connection.createArrayOf(type, values.toArray(kind));
        }

        private static <T, R> @Nullable R of(@Nullable T whole, Function<T, @Nullable R> part) {
            return whole == null ? null : part.apply(whole);
        }
    }
}
