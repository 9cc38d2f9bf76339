package org.consentledger.bench.staleness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What consent-command answered.
 *
 * @param recordedAt when the ledger took the event, microseconds of the machine's clock
 * @param answeredAt when the answer had come, microseconds of the machine's clock
 */
record Recorded(long position, long recordedAt, long answeredAt) {

    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final Pattern RECORDED_AT = Pattern.compile("\"recordedAt\":\"([^\"]+)\"");

    static Recorded of(String body, long answeredAt) {
        var recordedAt = RECORDED_AT.matcher(body);
        if (!recordedAt.find()) {
            throw new IllegalArgumentException("no event in " + body);
        }
        return new Recorded(position(body), micros(Instant.parse(recordedAt.group(1))), answeredAt);
    }

    /** The position that an answer of either service names. */
    static long position(String body) {
        var position = POSITION.matcher(body);
        if (!position.find()) {
            throw new IllegalArgumentException("no position in " + body);
        }
        return Long.parseLong(position.group(1));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
