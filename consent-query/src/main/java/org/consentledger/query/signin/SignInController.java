package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.PurposeCheck;
import org.consentledger.query.console.Visit;
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
@RestController
final class SignInController {

    static final String PATH = "/sign-in";

    private static final String HTML = "text/html";

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
            @RequestParam(required = false) @Nullable String to, Visit visit, HttpServletRequest request) {
        var wanted = Destination.of(to);
        var otherName = signIn.otherName(request, wanted);
        if (otherName.isPresent()) {
            return seeOther(otherName.get(), List.of());
        }
        if (signIn.isOn() && signIn.hasPurpose(request)) {
            var departure = signIn.begin(request, wanted);
            return seeOther(departure.uri(), departure.cookies());
        }
        return pages.asking(visit, wanted);
    }

    @PostMapping(path = PATH, produces = HTML)
    ResponseEntity<String> begin(
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String to,
            Visit visit,
            HttpServletRequest request) {
        var wanted = Destination.of(to);
        var stated = purpose == null ? "" : purpose.strip();
        if (check.fault(stated).isPresent()) {
            return pages.purposeNotGood(visit, wanted, stated);
        }
        var departure = signIn.begin(request, wanted);
        return pages.leaving(
                visit,
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
            Visit visit,
            HttpServletRequest request) {
        var arrival = signIn.complete(request, state, code, iss);
        return arrival.failure()
                .map(failure -> pages.failed(visit, arrival.to(), failure, arrival.cookies()))
                .orElseGet(() -> seeOther(URI.create(arrival.to()), arrival.cookies()));
    }

    /** Changes why somebody reads from now on. */
    @PostMapping(path = PATH + "/purpose")
    ResponseEntity<String> purpose(
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        var stated = purpose.strip();
        check.fault(stated).ifPresent(fault -> {
            throw new ProblemException(Problem.of(List.of(Fault.inParameter("purpose", FaultCode.INVALID, fault))));
        });
        return seeOther(URI.create(Destination.of(to)), List.of(signIn.keepPurpose(request, stated)));
    }

    @PostMapping(path = "/sign-out", produces = HTML)
    ResponseEntity<String> signOut(Visit visit, HttpServletRequest request) {
        var cookies = signIn.signedOut(request);
        return signIn.endOfSession(request)
                .map(uri -> pages.leaving(visit, "signin.leaving.out", uri, cookies))
                .orElseGet(() -> seeOther(URI.create(PATH), cookies));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(SignInException exception, HttpServletRequest request, Visit visit) {
        return pages.failed(visit, Destination.of(request.getParameter("to")), exception.failure(), List.of());
    }

    private static ResponseEntity<String> seeOther(URI uri, List<ResponseCookie> cookies) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(uri);
        cookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie.toString()));
        return answer.build();
    }
}
