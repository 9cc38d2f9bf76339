package org.consentledger.query.language;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them, in UTC, to the second where that matters. */
public final class UtcTime {

    private static final String DAY = "d MMMM uuuu";

    private UtcTime() {}

    /** Such as "7 November 2016, 09:00 UTC". */
    public static String in(Language language, Instant time) {
        var pattern =
                DAY + (time.getEpochSecond() % 60 == 0 && time.getNano() == 0 ? ", HH:mm" : ", HH:mm:ss") + " 'UTC'";
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
