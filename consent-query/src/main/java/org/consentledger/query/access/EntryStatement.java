package org.consentledger.query.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The call of {@code access.enter}: one round trip, in which PostgreSQL also commits. */
record EntryStatement(JdbcClient jdbc) {

    private static final RowCallbackHandler NOTHING_IS_ANSWERED = row -> {};

    void execute(List<Entry> entries) {
        jdbc.sql("SELECT access.enter(?, ?, ?, ?, ?, ?)")
                .params(
                        column(entries, Entry::clientId),
                        column(entries, Entry::principal),
                        column(entries, Entry::subjectId),
                        column(entries, Entry::what),
                        column(entries, Entry::purpose),
                        column(entries, Entry::requestId))
                .query(NOTHING_IS_ANSWERED);
    }

    private static @Nullable String[] column(List<Entry> entries, Function<Entry, @Nullable String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }
}
