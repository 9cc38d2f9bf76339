package org.consentledger.query.projection;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many rows as one JSON array, which PostgreSQL's {@code json_to_recordset} turns back into rows: one statement and one
 * parameter per table, however many rows.
 */
public final class JsonRows {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private JsonRows() {}

    /** @param rows records whose components are named after the columns, in camel case */
    public static String of(List<? extends Record> rows) {
        return MAPPER.writeValueAsString(rows);
    }
}
