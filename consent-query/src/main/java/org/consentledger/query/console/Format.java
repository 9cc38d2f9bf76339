package org.consentledger.query.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.consentledger.query.language.Language;
import org.jspecify.annotations.Nullable;

/** Writes values as the readers of a language do; times always in UTC. */
public record Format(Language language) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu").withZone(ZoneOffset.UTC);

    /** A moment to the second; empty for none. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.withLocale(language.locale()).format(moment);
    }

    /** The day of a moment; empty for none. */
    public String day(@Nullable Instant moment) {
        return moment == null ? "" : DAY.withLocale(language.locale()).format(moment);
    }

    /** A number with its thousands set apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /**
     * A country's name; its code, if it has none.
     *
     * @param code ISO 3166-1 alpha-2
     */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }
}
