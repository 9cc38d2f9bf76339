package org.consentledger.query.transfer;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.recipient.Recipient;
import org.consentledger.subject.PersonalData;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of projection "transfers", and what is personal of them from the ledger itself. */
@Component
public final class Transfers {

    private static final String SELECT = """
            SELECT t.position, t.event_id, t.type, t.subject_id, t.recipient, t.purpose, t.data_categories, t.intent,
                   t.verdict, t.reasons, t.ground, t.occurred_at, t.recorded_at
              FROM projection.transfer t
            """;

    private final JdbcClient jdbc;
    private final CatalogueReader catalogue;
    private final LedgerReader ledger;
    private final Unsealing unsealing;

    Transfers(JdbcClient jdbc, CatalogueReader catalogue, LedgerReader ledger, Unsealing unsealing) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.unsealing = unsealing;
    }

    /**
     * In order of position.
     *
     * @param after only later positions
     * @param reached none beyond this position
     */
    List<TransferView> list(TransferFilter filter, long after, long reached, int limit) {
        return list(filter, after, reached, "t.position", limit);
    }

    /**
     * The newest first, by position.
     *
     * @param upTo none beyond this position
     */
    public List<TransferView> newest(TransferFilter filter, long upTo, int limit) {
        return list(filter, -1, upTo, "t.position DESC", limit);
    }

    private List<TransferView> list(TransferFilter filter, long after, long upTo, String order, int limit) {
        var recipients = catalogue.current();
        var found = jdbc.sql(SELECT + " WHERE " + conditions(filter)
                        + " AND t.position > :after AND t.position <= :upTo" + " ORDER BY " + order + " LIMIT :limit")
                .params(parameters(filter))
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, number) -> view(row, recipients))
                .list();
        return withPersonalData(found);
    }

    /** What a filter lets through, of rows of table transfer called {@code t}. */
    static String conditions(TransferFilter filter) {
        var conditions = new ArrayList<>(List.of("true"));
        if (filter.subject() != null) {
            conditions.add("t.subject_id = :subject");
        }
        if (filter.recipient() != null) {
            conditions.add("t.recipient = :recipient");
        }
        if (filter.purpose() != null) {
            conditions.add("t.purpose = :purpose");
        }
        if (filter.recipients() != null) {
            conditions.add("t.recipient = ANY (:recipients)");
        }
        if (filter.purposes() != null) {
            conditions.add("t.purpose = ANY (:purposes)");
        }
        if (filter.onlySent()) {
            conditions.add("t.type <> 'TransferRefused'");
        }
        if (filter.verdict() != null) {
            conditions.add("t.verdict = :verdict");
        }
        if (filter.reason() != null) {
            conditions.add(":reason = ANY (t.reasons)");
        }
        if (filter.from() != null) {
            conditions.add("t.occurred_at >= :from");
        }
        if (filter.to() != null) {
            conditions.add("t.occurred_at < :to");
        }
        return String.join(" AND ", conditions);
    }

    /** The values of what stands in {@link #conditions}. */
    static Map<String, @Nullable Object> parameters(TransferFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("subject", filter.subject() == null ? null : filter.subject().value());
        values.put("recipient", filter.recipient());
        values.put("purpose", filter.purpose());
        values.put("recipients", array(filter.recipients()));
        values.put("purposes", array(filter.purposes()));
        values.put("verdict", filter.verdict() == null ? null : filter.verdict().name());
        values.put("reason", filter.reason() == null ? null : filter.reason().name());
        values.put("from", time(filter.from()));
        values.put("to", time(filter.to()));
        return values;
    }

    private List<TransferView> withPersonalData(List<TransferView> transfers) {
        var events = ledger.at(transfers.stream().map(TransferView::position).toList());
        var personal = unsealing.of(events).stream()
                .collect(toMap(RecordedEvent::position, recorded -> ((TransferEvent) recorded.event()).personalData()));
        return transfers.stream()
                .map(transfer -> transfer.with(personal.getOrDefault(transfer.position(), PersonalData.NONE)))
                .toList();
    }

    private static String @Nullable [] array(@Nullable Set<String> values) {
        return values == null ? null : values.toArray(String[]::new);
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
                null,
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
                null);
    }

    private static Stream<String> strings(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Ground ground(@Nullable String json) {
        return json == null ? null : LedgerJson.mapper().readValue(json, Ground.class);
    }
}
