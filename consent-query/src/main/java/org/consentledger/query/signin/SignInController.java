package org.consentledger.query.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.PurposeCheck;
import org.consentledger.query.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people sign in to the console, say why they read, and sign out. */
@Hidden
@RestController
final class SignInController {

    static final String PATH = "/sign-in";

    private static final String HTML = "text/html";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SignIn signIn;
    private final SignInPages pages;
    private final PurposeCheck check;

    SignInController(SignIn signIn, SignInPages pages, PurposeCheck check) {
        this.signIn = signIn;
        this.pages = pages;
        this.check = check;
    }

    /** Whoever stated a purpose lately is led on: the provider may still know them. */
    @GetMapping(path = PATH, produces = HTML)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String to, Language language, HttpServletRequest request) {
        var wanted = LocalPath.of(to);
        var otherName = signIn.otherName(request, wanted);
        if (otherName.isPresent()) {
            return seeOther(otherName.get(), List.of());
        }
        if (signIn.isOn() && signIn.hasPurpose(request)) {
            var departure = signIn.begin(request, wanted);
            return seeOther(departure.uri(), departure.cookies());
        }
        return pages.asking(language, wanted);
    }

    @PostMapping(path = PATH, consumes = FORM, produces = HTML)
    ResponseEntity<String> begin(
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String to,
            Language language,
            HttpServletRequest request) {
        var wanted = LocalPath.of(to);
        var stated = purpose.strip();
        if (check.fault(stated).isPresent()) {
            return pages.purposeNotGood(language, wanted, purpose);
        }
        var departure = signIn.begin(request, wanted);
        return pages.leaving(
                language,
                "signin.leaving.in",
                departure.uri(),
                Stream.concat(departure.cookies().stream(), Stream.of(signIn.keepPurpose(request, stated)))
                        .toList());
    }

    /** The provider's answer (RFC 6749, section 4.1.2). Other parameters are the provider's own. */
    @GetMapping(path = PATH + "/callback", produces = HTML)
    ResponseEntity<String> callback(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String iss,
            Language language,
            HttpServletRequest request) {
        var arrival = signIn.complete(request, state, code, iss);
        return arrival.failure()
                .map(failure -> pages.failed(language, arrival.to(), failure, arrival.cookies()))
                .orElseGet(() -> seeOther(URI.create(arrival.to()), arrival.cookies()));
    }

    /** Changes why somebody reads from now on. */
    @PostMapping(path = PATH + "/purpose", consumes = FORM)
    ResponseEntity<String> purpose(
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        var stated = purpose.strip();
        check.fault(stated).ifPresent(fault -> {
            throw new ProblemException(Problem.of(List.of(Fault.inParameter("purpose", FaultCode.INVALID, fault))));
        });
        return seeOther(URI.create(LocalPath.of(to)), List.of(signIn.keepPurpose(request, stated)));
    }

    @PostMapping(path = "/sign-out", produces = HTML)
    ResponseEntity<String> signOut(Language language, HttpServletRequest request) {
        var cookies = signIn.signedOut(request);
        return signIn.endOfSession(request)
                .map(uri -> pages.leaving(language, "signin.leaving.out", uri, cookies))
                .orElseGet(() -> seeOther(URI.create(PATH), cookies));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(SignInException exception, HttpServletRequest request, Language language) {
        return pages.failed(language, LocalPath.of(request.getParameter("to")), exception.failure(), List.of());
    }

    private static ResponseEntity<String> seeOther(URI uri, List<ResponseCookie> cookies) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(uri);
        cookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie.toString()));
        return answer.build();
    }
}
