package org.consentledger.query.html;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills templates, which escape what they are given, and says what a browser may do with the result. */
@Component
public final class HtmlPages {

    /** What is sent as Content-Type with each page. */
    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** A page may be styled and nothing else, so that text in it which passes for markup could do nothing. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ITemplateEngine engine;

    HtmlPages(Words words) {
        this.engine = engine(words);
    }

    private static ITemplateEngine engine(Words words) {
        var resolver = new ClassLoaderTemplateResolver(HtmlPages.class.getClassLoader());
        resolver.setPrefix("org/consentledger/query/html/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(words.asMessages());
        return engine;
    }

    /**
     * The page that a template makes.
     *
     * @param language of the texts that the template names by their keys
     * @param page what the template knows as {@code page}
     */
    public ResponseEntity<String> answer(String template, Language language, Object page) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(engine.process(template, new Context(language.locale(), Map.of("page", page))));
    }

    /**
     * The text of a page.
     *
     * @param variables what the template knows, by name
     */
    public String render(String template, Language language, Map<String, Object> variables) {
        return engine.process(template, new Context(language.locale(), variables));
    }

    /**
     * The text of a part of a page, to replace that part of one that is being looked at.
     *
     * @param fragment name of the part ({@code th:fragment}) in the template
     * @param variables what the template knows, by name
     */
    public String render(String template, String fragment, Language language, Map<String, Object> variables) {
        return engine.process(template, Set.of(fragment), new Context(language.locale(), variables));
    }
}
