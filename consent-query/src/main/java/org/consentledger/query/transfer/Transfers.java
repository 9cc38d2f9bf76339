package org.consentledger.query.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.recipient.Recipient;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of projection "transfers", with the subjects' names from projection "consents". */
@Component
class Transfers {

    private static final String SELECT = """
            SELECT t.position, t.event_id, t.type, t.subject_id, s.reference AS subject, t.recipient, t.purpose,
                   t.data_categories, t.intent, t.verdict, t.reasons, t.ground, t.occurred_at, t.recorded_at, t.reference
              FROM projection.transfer t
              LEFT JOIN projection.subject s ON s.subject_id = t.subject_id
            """;

    private final JdbcClient jdbc;
    private final CatalogueReader catalogue;

    Transfers(JdbcClient jdbc, CatalogueReader catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * In order of position.
     *
     * @param after only later positions
     * @param reached none beyond this position
     */
    List<TransferView> list(TransferFilter filter, long after, long reached, int limit) {
        var conditions = new ArrayList<>(List.of("t.position > :after", "t.position <= :reached"));
        if (filter.subject() != null) {
            conditions.add("t.subject_id = :subject");
        }
        if (filter.recipient() != null) {
            conditions.add("t.recipient = :recipient");
        }
        if (filter.purpose() != null) {
            conditions.add("t.purpose = :purpose");
        }
        if (filter.verdict() != null) {
            conditions.add("t.verdict = :verdict");
        }
        if (filter.from() != null) {
            conditions.add("t.occurred_at >= :from");
        }
        if (filter.to() != null) {
            conditions.add("t.occurred_at < :to");
        }
        var recipients = catalogue.current();
        return jdbc.sql(SELECT + " WHERE " + String.join(" AND ", conditions) + " ORDER BY t.position LIMIT :limit")
                .param("after", after)
                .param("reached", reached)
                .param(
                        "subject",
                        filter.subject() == null ? null : filter.subject().value())
                .param("recipient", filter.recipient())
                .param("purpose", filter.purpose())
                .param(
                        "verdict",
                        filter.verdict() == null ? null : filter.verdict().name())
                .param("from", time(filter.from()))
                .param("to", time(filter.to()))
                .param("limit", limit)
                .query((row, number) -> view(row, recipients))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static TransferView view(ResultSet row, Catalogue catalogue) throws SQLException {
        var recipient = catalogue.recipient(row.getString("recipient"));
        return new TransferView(
                row.getString("event_id"),
                row.getLong("position"),
                row.getString("type"),
                row.getString("subject_id"),
                row.getString("subject"),
                row.getString("recipient"),
                recipient.map(Recipient::recipientClass).orElse(null),
                recipient.map(Recipient::country).orElse(null),
                row.getString("purpose"),
                strings(row, "data_categories").toList(),
                Intent.valueOf(row.getString("intent")),
                Verdict.valueOf(row.getString("verdict")),
                strings(row, "reasons").map(Reason::valueOf).toList(),
                ground(row.getString("ground")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"));
    }

    private static Stream<String> strings(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Ground ground(@Nullable String json) {
        return json == null ? null : LedgerJson.mapper().readValue(json, Ground.class);
    }
}
