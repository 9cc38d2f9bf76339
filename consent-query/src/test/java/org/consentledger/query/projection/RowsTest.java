package org.consentledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever stands in an event arrives in the table as it was. */
class RowsTest {

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00.123456Z");

    private final JdbcTemplate jdbc = new JdbcTemplate(LedgerDatabase.fresh().dataSource());
    private final Rows rows = new Rows(jdbc, "public");

    private record Sample(
            long longNumber,
            @Nullable String text,
            Instant at,
            List<String> several,
            @Nullable String json) {}

    @BeforeEach
    void tables() {
        jdbc.execute("CREATE TABLE sample (json jsonb, several text[], at timestamptz, text text, long_number bigint)");
    }

    @Test
    void keepsEveryCharacter() {
        var samples =
                List.of("", " ", "\\N", "\\.", "NULL", "{}", "a\tb\nc\rd\\e\"f'g", "\b\f\u000B", "ü€😀", ",").stream()
                        .map(text -> new Sample(Long.MAX_VALUE, text, AT, List.of(text, "x", text), null))
                        .toList();

        rows.insert("sample", samples);

        assertThat(jdbc.query("SELECT * FROM sample", (row, number) -> sample(row)))
                .isEqualTo(samples);
    }

    @Test
    void keepsNothingAsNothing() {
        var samples = List.of(
                new Sample(-1, null, AT, List.of(), "{\"a\": \"b\\\"\\\\c\"}"),
                new Sample(0, "", AT, List.of(""), "null"));

        rows.insert("sample", samples);
        rows.insert("sample", List.of());

        assertThat(jdbc.query("SELECT * FROM sample ORDER BY long_number", (row, number) -> sample(row)))
                .isEqualTo(samples);
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getLong("long_number"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("several").getArray()),
                row.getString("json"));
    }
}
