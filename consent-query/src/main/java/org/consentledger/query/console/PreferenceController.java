package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps in the browser which language and which theme somebody likes. */
@RestController
@Requires(
        value = {Scope.AUDIT_READ, Scope.CONSENT_READ},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
class PreferenceController {

    private static final Duration KEPT = Duration.ofDays(365);

    @PostMapping(path = "/preferences", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> keep(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LocalPath.orHome(to)));
        if (language != null) {
            var chosen = Language.of(language).orElseThrow(() -> wrong("language"));
            answer.header(HttpHeaders.SET_COOKIE, cookie(RequestLanguage.COOKIE, chosen.tag(), request));
        }
        if (theme != null) {
            var chosen = Theme.of(theme).orElseThrow(() -> wrong("theme"));
            answer.header(HttpHeaders.SET_COOKIE, cookie(Theme.COOKIE, chosen.id(), request));
        }
        return answer.build();
    }

    private static String cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static ProblemException wrong(String parameter) {
        return new ProblemException(
                Problem.of(List.of(Fault.inParameter(parameter, FaultCode.INVALID, "is none of those offered"))));
    }
}
