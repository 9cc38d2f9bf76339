package org.consentledger.standalone.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Asks for name and password, in English or Italian. */
@RestController
final class SignInPage {

    static final String WRONG = "wrong";
    static final String TOO_MANY = "too-many";

    private static final String FOLDER = "org/consentledger/standalone/provider/";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** The console keeps the language that somebody chose in it; cookies do not tell ports of a host apart. */
    private static final String LANGUAGE_COOKIE = "language";

    private final ITemplateEngine engine = engine();
    private final String contentSecurityPolicy;

    SignInPage(ProviderSettings settings) {
        this.contentSecurityPolicy = contentSecurityPolicy(settings.console());
    }

    /** A form is followed to where it leads in the end: back to the console. */
    private static String contentSecurityPolicy(URI console) {
        return "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' " + console
                + "; frame-ancestors 'none'";
    }

    private static ITemplateEngine engine() {
        var templates = new ClassLoaderTemplateResolver(SignInPage.class.getClassLoader());
        templates.setPrefix(FOLDER);
        templates.setSuffix(".html");
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(words());
        return engine;
    }

    private static MessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename(FOLDER + "sign-in");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    @GetMapping(ProviderConfiguration.SIGN_IN)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String failure, CsrfToken csrf, HttpServletRequest request) {
        var known = failure != null && Set.of(WRONG, TOO_MANY).contains(failure) ? failure : "";
        var language = language(request);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", contentSecurityPolicy)
                .body(engine.process(
                        "sign-in",
                        new Context(
                                language, Map.of("failure", known, "csrf", csrf, "language", language.getLanguage()))));
    }

    @GetMapping("/style/sign-in.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(new ClassPathResource(FOLDER + "sign-in.css"));
    }

    private static Locale language(HttpServletRequest request) {
        var chosen = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(request.getLocale()).getLanguage());
        return chosen.equals(Locale.ITALIAN.getLanguage()) ? Locale.ITALIAN : Locale.ENGLISH;
    }
}
