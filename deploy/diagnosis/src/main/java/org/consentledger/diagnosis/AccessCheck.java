package org.consentledger.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.diagnosis.Heard.Answer;

/** Whether nobody gets in without a token, and who gets in with the ones given. */
final class AccessCheck {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration SOON = Duration.ofMinutes(2);

    private AccessCheck() {}

    static List<Finding> of(Examined examined) {
        var shut = examined.services().stream().flatMap(service -> Stream.concat(shut(service), metrics(service)));
        var tokens = Stream.concat(
                token(
                        "operator's token",
                        examined.operator(),
                        "operate",
                        examined.query().info(),
                        examined.at()),
                token("auditor's token", examined.auditor(), "audit:read", examined.checkpoint(), examined.at()));
        return Stream.concat(shut, tokens).toList();
    }

    private static Stream<Finding> shut(Service service) {
        if (!(service.unauthorised() instanceof Answer answer)) {
            return Stream.empty();
        }
        var about = service.name() + " access";
        return Stream.of(
                answer.status() == UNAUTHORISED
                        ? Finding.ok(about, "a request without a token is refused")
                        : Finding.wrong(
                                about,
                                "a request without a token is answered " + answer.status() + " and not 401",
                                "see what stands before the service: something may be adding a token"));
    }

    private static Stream<Finding> metrics(Service service) {
        if (!(service.openMetrics() instanceof Answer answer)) {
            return Stream.empty();
        }
        var about = service.name() + " metrics";
        if (answer.isOk()) {
            return Stream.of(Finding.ok(about, "are open to this machine (LEDGER_METRICS_FROM)"));
        }
        return Stream.of(
                service.metrics() instanceof Answer own && own.isOk()
                        ? Finding.ok(about, "are shut to whoever has no token, and read with one")
                        : Finding.warning(
                                about,
                                "cannot be read, so much of this is not examined",
                                "give a token with the scope operate by --token-file"));
    }

    private static Stream<Finding> token(String about, Optional<Token> token, String scope, Heard used, Instant now) {
        if (token.isEmpty()) {
            return Stream.of(Finding.warning(
                    about,
                    "none is given, so what needs " + scope + " is not examined",
                    "give one by --" + (scope.equals("operate") ? "" : "audit-") + "token-file"));
        }
        return used instanceof Answer answer ? Stream.of(used(about, token.get(), scope, answer, now)) : Stream.empty();
    }

    private static Finding used(String about, Token token, String scope, Answer answer, Instant now) {
        if (answer.status() == UNAUTHORISED) {
            return Finding.wrong(about, "is refused: " + why(token, now), "get a fresh one from the OpenID provider");
        }
        if (answer.status() == FORBIDDEN) {
            return Finding.wrong(
                    about,
                    "is accepted, but may not " + scope + ": its scopes are " + String.join(" ", token.scopes()),
                    "get one with the scope " + scope);
        }
        var left = token.end().map(end -> Duration.between(now, end));
        if (left.isPresent() && left.get().compareTo(SOON) < 0) {
            return Finding.warning(about, "ends in " + left.get().toSeconds() + " s", "get a fresh one");
        }
        return Finding.ok(
                about,
                "is accepted; scopes " + String.join(" ", token.scopes())
                        + left.map(time -> "; ends in " + time.toMinutes() + " min")
                                .orElse(""));
    }

    /** As far as its bearer can tell: the service says no more than that it is not good. */
    private static String why(Token token, Instant now) {
        if (!token.isReadable()) {
            return "it is no JSON Web Token";
        }
        var end = token.end();
        if (end.isPresent() && end.get().isBefore(now)) {
            return "it ended at " + end.get();
        }
        var begin = token.begin();
        if (begin.isPresent() && begin.get().isAfter(now)) {
            return "it is not valid before " + begin.get();
        }
        return "its issuer, audience or signature is not what LEDGER_ISSUER, LEDGER_AUDIENCE and the issuer's keys ask for";
    }
}
