package org.consentledger.importing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes lines for the ledger of rows. What only the ledger knows, such as its notices, it checks itself. */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("[!-~]{1,100}");
    private static final Pattern OWN_KEY = Pattern.compile("[!-~]{1,90}");

    private final Mapping mapping;
    private final String name;

    /**
     * For one import.
     *
     * @param name of the import, 1 to 100 visible ASCII characters: every key begins with it
     */
    Rows(Mapping mapping, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UnusableInputException("the name of an import is 1 to 100 visible ASCII characters");
        }
        this.mapping = mapping;
        this.name = name;
    }

    /** One line, without its end. */
    String line(NamedCsvRecord row, long number) throws WrongRowException {
        var command = required(Field.COMMAND, row);
        var line = JSON.createObjectNode();
        line.put("command", command);
        line.put("idempotencyKey", name + ":" + key(row, number));
        line.set(
                "body",
                switch (command) {
                    case "give-consent" -> given(row);
                    case "refuse-consent" -> answered(row);
                    case "revoke-consent" -> revoked(row);
                    default ->
                        throw new WrongRowException(
                                Field.COMMAND, "must be give-consent, refuse-consent or revoke-consent");
                });
        return JSON.writeValueAsString(line);
    }

    private String key(NamedCsvRecord row, long number) throws WrongRowException {
        var own = field(Field.KEY, row);
        if (own.isPresent() && !OWN_KEY.matcher(own.get()).matches()) {
            throw new WrongRowException(Field.KEY, "must be 1 to 90 visible ASCII characters");
        }
        return own.orElseGet(() -> Long.toString(number));
    }

    private JsonNode given(NamedCsvRecord row) throws WrongRowException {
        var body = answered(row);
        var until = field(Field.VALID_UNTIL, row);
        if (until.isPresent()) {
            body.put("validUntil", time(Field.VALID_UNTIL, until.get()));
        }
        return body;
    }

    private ObjectNode answered(NamedCsvRecord row) throws WrongRowException {
        var body = about(row);
        body.put("notice", required(Field.NOTICE, row));
        body.put("noticeVersion", required(Field.NOTICE_VERSION, row));
        var evidence = body.putObject("evidence");
        evidence.put("channel", required(Field.CHANNEL, row));
        evidence.put("form", required(Field.FORM, row));
        optional(evidence, "statementSha256", Field.STATEMENT_SHA256, row);
        optional(evidence, "locale", Field.LOCALE, row);
        optional(evidence, "collectedBy", Field.COLLECTED_BY, row);
        body.put("collectedAt", time(Field.AT, required(Field.AT, row)));
        return body;
    }

    private JsonNode revoked(NamedCsvRecord row) throws WrongRowException {
        var body = about(row);
        body.put("channel", required(Field.CHANNEL, row));
        body.put("revokedAt", time(Field.AT, required(Field.AT, row)));
        return body;
    }

    private ObjectNode about(NamedCsvRecord row) throws WrongRowException {
        var body = JSON.createObjectNode();
        body.put("subject", required(Field.SUBJECT, row));
        var purposes = body.putArray("purposes");
        Arrays.stream(required(Field.PURPOSES, row).split(Pattern.quote(mapping.separator()), -1))
                .map(String::strip)
                .map(purpose -> mapping.told(Field.PURPOSES, purpose))
                .forEach(purposes::add);
        if (mapping.fields().containsKey(Field.GIVER_KIND)) {
            var giver = body.putObject("giver");
            giver.put("kind", required(Field.GIVER_KIND, row));
            optional(giver, "reference", Field.GIVER_REFERENCE, row);
            optional(giver, "authority", Field.GIVER_AUTHORITY, row);
        }
        return body;
    }

    private void optional(ObjectNode into, String name, Field field, NamedCsvRecord row) {
        field(field, row).ifPresent(value -> into.put(name, value));
    }

    private String required(Field field, NamedCsvRecord row) throws WrongRowException {
        var value = field(field, row);
        if (value.isEmpty()) {
            throw new WrongRowException(field, "is missing");
        }
        return value.get();
    }

    /** Empty is the same as missing. */
    private Optional<String> field(Field field, NamedCsvRecord row) {
        return Optional.ofNullable(mapping.fields().get(field))
                .map(template -> template.of(column -> row.findField(column).orElse("")))
                .filter(value -> !value.isEmpty());
    }

    /** A day without a time is its first moment. */
    private String time(Field field, String written) throws WrongRowException {
        try {
            var format = mapping.timeFormat();
            if (format == null) {
                return OffsetDateTime.parse(written).toInstant().toString();
            }
            var time = format.parseBest(written, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            var moment = switch (time) {
                case ZonedDateTime zoned -> zoned;
                case LocalDateTime local -> local.atZone(mapping.zone());
                case LocalDate day -> day.atStartOfDay(mapping.zone());
                default -> throw new DateTimeException("no time");
            };
            return Instant.from(moment).toString();
        } catch (DateTimeException e) {
            throw new WrongRowException(field, "is not a time as the mapping says");
        }
    }
}
