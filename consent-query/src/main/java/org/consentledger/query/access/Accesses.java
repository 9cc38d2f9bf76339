package org.consentledger.query.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the access log. That is no access by itself: whoever shows a person what is found here enters that. */
@Component
public final class Accesses {

    private static final String SELECT = """
            SELECT number, accessed_at, client_id, principal, subject_id, what, purpose, request_id FROM access.entry
            """;

    /** Times run along the numbers, so a time is a number, found in an index. */
    private static final String FIRST_AT = """
            (SELECT e.number FROM access.entry AS e WHERE e.accessed_at >= %s ORDER BY e.accessed_at, e.number LIMIT 1)
            """;

    private static final String NOT_BEFORE = "number >= " + FIRST_AT.formatted(":from");
    private static final String BEFORE = "number < coalesce(" + FIRST_AT.formatted(":to") + ", :until + 1)";

    private final JdbcClient jdbc;

    Accesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the newest entry; 0 if there is none. All up to it can be read, and none will be added among them. */
    public long newest() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM access.entry")
                .query(Long.class)
                .single();
    }

    /** In order of access, the newest last. */
    public List<AccessView> list(AccessFilter filter, Span span, int limit) {
        return list(filter, span, "number", limit);
    }

    /** The newest first. */
    public List<AccessView> newest(AccessFilter filter, Span span, int limit) {
        return list(filter, span, "number DESC", limit);
    }

    private List<AccessView> list(AccessFilter filter, Span span, String order, int limit) {
        var conditions = new ArrayList<>(List.of("number > :after", "number <= :until"));
        if (filter.subject() != null) {
            conditions.add("subject_id = :subject");
        }
        if (filter.client() != null) {
            conditions.add("client_id = :client");
        }
        if (filter.from() != null) {
            conditions.add(NOT_BEFORE);
        }
        if (filter.to() != null) {
            conditions.add(BEFORE);
        }
        return jdbc.sql(SELECT + " WHERE " + String.join(" AND ", conditions) + " ORDER BY " + order + " LIMIT :limit")
                .param("after", span.after())
                .param("until", span.until())
                .param(
                        "subject",
                        filter.subject() == null ? null : filter.subject().value())
                .param("client", filter.client())
                .param("from", time(filter.from()))
                .param("to", time(filter.to()))
                .param("limit", limit)
                .query((row, number) -> AccessView.of(row))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
