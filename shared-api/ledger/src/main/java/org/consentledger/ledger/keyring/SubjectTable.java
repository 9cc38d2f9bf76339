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
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table of subjects. Always the table itself: whoever was erased a moment ago must not be found in a memory. */
public final class SubjectTable {

    private static final String COLUMNS = "s.lookup, s.subject_id, s.kek, s.wrapped_key, s.erased_at, s.begun_at";

    /** Lateral, as a join would be planned for many more than are asked for, and read the whole table. */
    private static final String WANTED = """
            SELECT found.* FROM unnest(?::%s[]) AS wanted(it)
             CROSS JOIN LATERAL (SELECT %s FROM keyring.subject AS s WHERE s.%s = wanted.it LIMIT 1) AS found
            """;

    private static final String BY_LOOKUP = WANTED.formatted("uuid", COLUMNS, "lookup");
    private static final String BY_ID = WANTED.formatted("text", COLUMNS, "subject_id");

    private static final String LAST_SEQUENCE =
            "SELECT stream_sequence FROM ledger.event WHERE stream_id = ? ORDER BY stream_sequence DESC LIMIT 1";

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

    /** Of the newest event of somebody who was erased: there is one, their erasure. */
    long lastSequence(SubjectId erased) {
        return jdbc.sql(LAST_SEQUENCE).param(erased.value()).query(Long.class).single();
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
                instant(row.getObject("erased_at", OffsetDateTime.class)),
                instant(row.getObject("begun_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
