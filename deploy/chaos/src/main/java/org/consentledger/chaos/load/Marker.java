package org.consentledger.chaos.load;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says in an event's own content which order it is of. Each order has a world time that no other has, or a reference of its
 * own, or both; so what was recorded twice is found whatever its ids say.
 */
public final class Marker {

    private static final Instant BEGIN = Instant.parse("2017-01-01T00:00:00Z");

    /** Above every number of orders, and well before the present. */
    private static final long MILLIS_MAX = Duration.ofDays(365).toMillis();

    private static final Pattern REFERENCE = Pattern.compile("\"m-(\\d+)\"");

    private Marker() {}

    static Instant time(long number) {
        return BEGIN.plusMillis(number);
    }

    static String reference(long number) {
        return "m-" + number;
    }

    /**
     * The number of the order that an event is of; none if it is of no order.
     *
     * @param data of the event, as the ledger answers it
     */
    public static OptionalLong numberIn(JsonNode data) {
        var reference = REFERENCE.matcher(data.toString());
        if (reference.find()) {
            return OptionalLong.of(Long.parseLong(reference.group(1)));
        }
        return Stream.of("collectedAt", "revokedAt", "objectedAt", "withdrawnAt", "erasedAt")
                .map(data::path)
                .filter(JsonNode::isString)
                .mapToLong(time ->
                        Duration.between(BEGIN, Instant.parse(time.asString())).toMillis())
                .filter(millis -> millis >= 0 && millis < MILLIS_MAX)
                .findFirst();
    }
}
