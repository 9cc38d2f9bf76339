package org.consentledger.query.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One access to the data of one subject.
 *
 * @param number in order of access
 * @param accessedAt by the database's clock, UTC
 * @param clientId the OAuth client that asked
 * @param principal for whom it asked, the token's {@code sub}; null without one
 * @param subjectId whose data were shown
 * @param what the operation, by its {@code operationId}
 * @param purpose why; null where it was neither required nor given
 * @param requestId names the request, in the service's log too
 */
public record AccessView(
        long number,
        Instant accessedAt,
        String clientId,
        @Nullable String principal,
        String subjectId,
        String what,
        @Nullable String purpose,
        String requestId) {

    static AccessView of(ResultSet row) throws SQLException {
        return new AccessView(
                row.getLong("number"),
                row.getObject("accessed_at", OffsetDateTime.class).toInstant(),
                row.getString("client_id"),
                row.getString("principal"),
                row.getString("subject_id"),
                row.getString("what"),
                row.getString("purpose"),
                row.getString("request_id"));
    }
}
