package org.consentledger.query.report.wording;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.consentledger.query.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * How reports write what is no text, in a language. Times are UTC and say so, days stand as year, month and day.
 */
public record Wording(Language language) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final String NOTHING = "\u2013";
    private static final String EN_DASH_SPACED = " \u2013 ";

    /** A moment to the second; a dash if there is none. */
    public String time(@Nullable Instant time) {
        return time == null ? NOTHING : TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The day of a moment; with its time, if that is not the day's beginning. */
    public String day(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.DAYS)) ? DAY.format(time.atOffset(ZoneOffset.UTC)) : time(time);
    }

    /** A text; a dash if there is none. */
    public String text(@Nullable Object text) {
        return text == null || text.toString().isEmpty() ? NOTHING : text.toString();
    }

    /** From a moment to another one, the second not included. */
    public String span(Instant from, Instant to) {
        return time(from) + EN_DASH_SPACED + time(to);
    }

    /** A country's name, of its ISO 3166-1 code; a dash if it is not known. */
    public String country(@Nullable String code) {
        return code == null ? NOTHING : Locale.of("", code).getDisplayCountry(language.locale());
    }

    public String number(@Nullable Long number) {
        return number == null
                ? NOTHING
                : NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A share, of which 1 is all; to a tenth of a percent. */
    public String percent(@Nullable Double share) {
        if (share == null) {
            return NOTHING;
        }
        var format = NumberFormat.getPercentInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** The class of a bar as long as this is large, 0 to 50: {@code w50} is all of its place. */
    public String bar(long value, long largest) {
        var length = largest == 0 ? 0 : Math.ceilDiv(value * 50, largest);
        return "bar w" + length;
    }

    /** Several things, in their order; a dash if there are none. */
    public String list(Iterable<?> things) {
        var joined = new StringBuilder();
        things.forEach(thing -> joined.append(joined.isEmpty() ? "" : ", ").append(thing));
        return text(joined);
    }
}
