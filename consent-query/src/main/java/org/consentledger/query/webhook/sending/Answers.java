package org.consentledger.query.webhook.sending;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a receiver's answer means. */
final class Answers {

    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private Answers() {}

    /**
     * By status. A redirection is followed nowhere: where it leads was not agreed on.
     *
     * @param retryAfter the header (RFC 9110, section 10.2.3): seconds, or a date; null without one
     */
    static Attempt attempt(int status, @Nullable String retryAfter, Instant now) {
        if (status >= OK && status < REDIRECTION) {
            return new Attempt.Delivered();
        }
        if (status == Attempt.Gone.STATUS) {
            return new Attempt.Gone();
        }
        var isPassing = status >= SERVER_ERROR
                || status < OK
                || status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS;
        return isPassing
                ? new Attempt.Postponed(Failure.ANSWERED, status, retryAfter == null ? null : wait(retryAfter, now))
                : new Attempt.Refused(status);
    }

    private static @Nullable Duration wait(String retryAfter, Instant now) {
        var told = retryAfter.strip();
        if (SECONDS.matcher(told).matches()) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        try {
            var until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException e) {
            // what nobody understands says nothing
            return null;
        }
    }
}
