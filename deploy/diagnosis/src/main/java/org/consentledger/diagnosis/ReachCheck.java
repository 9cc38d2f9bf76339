package org.consentledger.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.diagnosis.Heard.Answer;
import org.consentledger.diagnosis.Heard.Silence;

/** Whether the services answer at all, how long their certificates last, and whether they are ready. */
final class ReachCheck {

    private static final Duration CERTIFICATE_SOON = Duration.ofDays(21);

    private ReachCheck() {}

    static List<Finding> of(Service service, Instant now) {
        return Stream.of(
                        Stream.of(reached(service)),
                        certificate(service.name() + " certificate", service.front(), now),
                        certificate(service.name() + " management certificate", service.live(), now),
                        Stream.of(alive(service)),
                        service.live() instanceof Answer ? Stream.of(ready(service)) : Stream.<Finding>empty())
                .flatMap(findings -> findings)
                .toList();
    }

    private static Finding reached(Service service) {
        return switch (service.front()) {
            case Answer answer
            when answer.isOk() && isIt(service, answer) -> Finding.ok(service.name(), "answers at " + service.url());
            case Answer answer
            when answer.isOk() ->
                Finding.wrong(
                        service.name(),
                        "what answers at " + service.url() + " is not it",
                        "see that --command and --query are not the wrong way round");
            case Answer answer ->
                Finding.wrong(
                        service.name(),
                        service.url() + " answers " + answer.status()
                                + ", which is not what this service answers there",
                        "see that the address is that of " + service.name());
            case Silence silence ->
                Finding.wrong(
                        service.name(),
                        "does not answer at " + service.url() + ": " + silence.why(),
                        "see whether it runs, and whether its port is reached from here");
            case Heard.Unasked unasked -> throw new IllegalStateException(unasked.why());
        };
    }

    /** By the title of what describes its interface. */
    private static boolean isIt(Service service, Answer answer) {
        var title = answer.json().path("info").path("title").asString("");
        return title.equals(
                service.name().equals("consent-command") ? "Consent ledger: commands" : "Consent ledger: queries");
    }

    private static Stream<Finding> certificate(String about, Heard heard, Instant now) {
        if (!(heard instanceof Answer answer) || answer.certificateEnd() == null) {
            return Stream.empty();
        }
        var left = Duration.between(now, answer.certificateEnd());
        if (left.compareTo(CERTIFICATE_SOON) > 0) {
            return Stream.of(Finding.ok(about, "is valid for " + left.toDays() + " days"));
        }
        var advice =
                "replace the files of HTTP_TLS_CERTIFICATE and HTTP_TLS_PRIVATE_KEY; they are taken without a restart";
        return Stream.of(
                left.isNegative()
                        ? Finding.wrong(about, "ended on " + answer.certificateEnd(), advice)
                        : Finding.warning(about, "ends in " + left.toDays() + " days", advice));
    }

    private static Finding alive(Service service) {
        var about = service.name() + " liveness";
        return switch (service.live()) {
            case Answer answer when answer.isOk() -> Finding.ok(about, "is up at " + service.management());
            case Answer answer ->
                Finding.wrong(
                        about,
                        service.management() + " answers " + answer.status(),
                        "look into its log; what runs it should start it again");
            case Silence silence ->
                Finding.wrong(
                        about,
                        "its management port does not answer at " + service.management() + ": " + silence.why(),
                        "give its address by --" + service.name().replace("consent-", "") + "-management");
            case Heard.Unasked unasked -> throw new IllegalStateException(unasked.why());
        };
    }

    private static Finding ready(Service service) {
        var about = service.name() + " readiness";
        return switch (service.ready()) {
            case Answer answer when answer.isOk() -> Finding.ok(about, "is up");
            case Answer answer -> {
                var down = down(answer);
                yield Finding.wrong(
                        about, "is down" + (down.isEmpty() ? "" : ": " + String.join(", ", down)), advice(down));
            }
            case Silence silence -> Finding.wrong(about, "no answer: " + silence.why(), "look into its log");
            case Heard.Unasked unasked -> throw new IllegalStateException(unasked.why());
        };
    }

    /** Components and their details are told to operators alone. */
    private static List<String> down(Answer answer) {
        return answer.json().path("components").properties().stream()
                .filter(component ->
                        !component.getValue().path("status").asString("").equals("UP"))
                .map(component -> component.getKey()
                        + component.getValue().path("details").properties().stream()
                                .filter(detail ->
                                        !detail.getValue().asString("").equals("running"))
                                .map(detail -> " " + detail.getKey() + " "
                                        + detail.getValue()
                                                .asString("")
                                                .lines()
                                                .findFirst()
                                                .orElse(""))
                                .findFirst()
                                .orElse(""))
                .sorted()
                .toList();
    }

    private static String advice(List<String> down) {
        var all = String.join(" ", down).toLowerCase(Locale.ROOT);
        if (all.contains("db")) {
            return "see whether PostgreSQL runs and is reached from the service (LEDGER_DB_URL)";
        }
        if (all.contains("projections")) {
            return "see GET /actuator/projections: a projection does not advance, or the database is away";
        }
        return down.isEmpty()
                ? "give an operator's token by --token-file, and it is told what is down"
                : "it refuses work: it may be about to stop";
    }
}
