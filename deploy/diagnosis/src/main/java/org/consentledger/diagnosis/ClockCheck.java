package org.consentledger.diagnosis;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.diagnosis.Heard.Answer;

/** Whether the services' clocks agree with this machine's: tokens and consents end by them. */
final class ClockCheck {

    private static final Duration WARN_FROM = Duration.ofSeconds(5);

    /** What is forgiven in a token's times. */
    private static final Duration WRONG_FROM = Duration.ofSeconds(60);

    private ClockCheck() {}

    static List<Finding> of(Examined examined) {
        return examined.services().stream()
                .flatMap(service -> service.front() instanceof Answer answer
                        ? difference(answer).map(ahead -> finding(service, ahead)).stream()
                        : Stream.empty())
                .toList();
    }

    /** By how much it is ahead of this machine. The header Date has whole seconds (RFC 9110, section 6.6.1). */
    private static Optional<Duration> difference(Answer answer) {
        return answer.header("date").flatMap(ClockCheck::time).map(date -> {
            var between = answer.sentAt().plus(answer.took().dividedBy(2));
            return Duration.between(between, date.plusMillis(500));
        });
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Finding finding(Service service, Duration ahead) {
        var about = service.name() + " clock";
        var off = ahead.abs();
        var told = off.toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's";
        var advice = "see that both machines keep their time by NTP";
        if (off.compareTo(WRONG_FROM) >= 0) {
            return Finding.wrong(about, told, advice);
        }
        return off.compareTo(WARN_FROM) >= 0
                ? Finding.warning(about, told, advice)
                : Finding.ok(about, "agrees with this machine's");
    }
}
