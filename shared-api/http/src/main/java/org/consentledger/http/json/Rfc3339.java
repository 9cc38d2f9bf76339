package org.consentledger.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 writes them: read with any offset, kept to the microsecond, written in UTC. */
public final class Rfc3339 {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final int LENGTH_MAX = 64;
    private static final int MICROSECOND_DIGITS = 6;
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})"
                    + "(?:[.]([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

    private Rfc3339() {}

    /**
     * The moment that the text names, cut to the microsecond.
     *
     * @throws IllegalArgumentException if it names none between 1900 and 9999; the message says what would be right and
     *     holds nothing of the text
     */
    public static Instant parse(String text) {
        var parts = FORM.matcher(text.length() <= LENGTH_MAX ? text : "");
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be an RFC 3339 time with an offset, such as 2016-11-02T10:15:00Z");
        }
        if (number(parts, 6) == 60) {
            throw new IllegalArgumentException(
                    "must not be a leap second: the ledger's clock has none; give second 59 or the next minute");
        }
        var moment = local(parts).minusSeconds(offsetSeconds(parts)).toInstant(ZoneOffset.UTC);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("must lie between " + EARLIEST + " and " + LATEST);
        }
        return moment;
    }

    /** Such as {@code 2016-11-02T10:15:00Z}; with fractions, in groups of three digits, if there are any. */
    public static String format(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static LocalDateTime local(Matcher parts) {
        try {
            return LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    nanos(parts.group(7)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time that the calendar has", e);
        }
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        var micros = (fraction + "000000").substring(0, MICROSECOND_DIGITS);
        return Integer.parseInt(micros) * 1_000;
    }

    private static long offsetSeconds(Matcher parts) {
        if (parts.group(8) == null) {
            return 0;
        }
        var hours = number(parts, 9);
        var minutes = number(parts, 10);
        if (hours > 23 || minutes > 59) {
            throw new IllegalArgumentException("must have an offset between -23:59 and +23:59");
        }
        return (parts.group(8).equals("-") ? -1 : 1) * (hours * 3_600L + minutes * 60L);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
