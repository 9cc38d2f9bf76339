package org.consentledger.ledger.keyring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.coalescing.Coalescer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table of subjects. Always the table itself: whoever was erased a moment ago must not be found in a memory. */
public final class SubjectTable {

    private static final String COLUMNS = "s.lookup, s.subject_id, s.kek, s.wrapped_key, s.erased_at";

    private static final String BY_LOOKUP = "SELECT " + COLUMNS
            + " FROM unnest(?::uuid[]) AS wanted(lookup) JOIN keyring.subject AS s ON s.lookup = wanted.lookup";

    private static final String BY_ID = "SELECT " + COLUMNS
            + " FROM unnest(?::text[]) AS wanted(id) JOIN keyring.subject AS s ON s.subject_id = wanted.id";

    private final JdbcClient jdbc;
    private final Coalescer<UUID, Optional<SubjectRow>> lookups = new Coalescer<>(this::found);

    public SubjectTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Callers at the same time share a round trip. */
    Optional<SubjectRow> find(UUID lookup) {
        return lookups.ask(lookup);
    }

    /** By pseudonym. Those that are not there are left out. */
    Map<String, SubjectRow> named(Collection<String> subjectIds) {
        var found = new HashMap<String, SubjectRow>();
        if (!subjectIds.isEmpty()) {
            jdbc.sql(BY_ID)
                    .param(subjectIds.toArray(String[]::new))
                    .query((row, number) -> row(row))
                    .list()
                    .forEach(row -> found.put(row.subjectId(), row));
        }
        return found;
    }

    private List<Optional<SubjectRow>> found(List<UUID> asked) {
        var found = new HashMap<UUID, SubjectRow>();
        jdbc.sql(BY_LOOKUP)
                .param(asked.toArray(UUID[]::new))
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> found.put(row.lookup(), row));
        return asked.stream()
                .map(lookup -> Optional.ofNullable(found.get(lookup)))
                .toList();
    }

    private static SubjectRow row(ResultSet row) throws SQLException {
        var wrapped = row.getBytes("wrapped_key");
        return new SubjectRow(
                row.getObject("lookup", UUID.class),
                row.getString("subject_id"),
                wrapped == null ? null : new WrappedKey(row.getString("kek"), wrapped),
                instant(row.getObject("erased_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
