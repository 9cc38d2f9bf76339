package org.consentledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far projections have come, as their tokens in the database say: right whichever node does the work. */
public final class ProjectionPositions {

    private static final String TOKEN = """
            SELECT token, token_type
              FROM projection.token_entry
             WHERE processor_name = ? AND segment = 0
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    ProjectionPositions(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** Position of the last event in the projection's tables; -1 when there is none. */
    public long of(String projection) {
        return read(TOKEN, projection);
    }

    /** How far all of these projections have come. */
    public long ofAll(List<String> projections) {
        return projections.stream().map(this::of).min(Comparator.naturalOrder()).orElse(-1L);
    }

    /**
     * The same as {@link #of}, and holds the projection there until the transaction ends: the processor has to change
     * its token before it changes a row.
     */
    long hold(String projection) {
        return read(TOKEN + " FOR UPDATE", projection);
    }

    /**
     * The same as {@link #of}, from a row of the token table that was read together with the projection's own rows: what
     * one statement sees belongs together.
     */
    public long in(ResultSet row) throws SQLException {
        return position(row.getBytes("token"), row.getString("token_type"));
    }

    private long read(String sql, String projection) {
        return jdbc.sql(sql)
                .param(projection)
                .query((row, number) -> in(row))
                .optional()
                .orElse(-1L);
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return -1;
        }
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return LedgerSource.position(read);
    }
}
