package org.consentledger.query.report.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** What a period is divided into. Days begin at 00:00 UTC, weeks on Monday (ISO 8601). */
public enum Bucket {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Bucket(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The first day of the one that a day belongs to. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the next one. */
    LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }

    /** The finest one of which so many days have not too many to be read. */
    static Bucket fitting(long days) {
        if (days <= 62) {
            return DAY;
        }
        if (days <= 371) {
            return WEEK;
        }
        return days <= 3_660 ? MONTH : YEAR;
    }
}
