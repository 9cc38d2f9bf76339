package org.consentledger.query.console;

import java.util.List;
import java.util.Map;
import org.consentledger.query.html.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers pages of the console, each in the one layout that all of them share. */
@Component
public final class ConsolePages {

    /** Scripts, styles, pictures and requests of this service's own; nothing inline, nobody else's, in nobody's frame. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    static final String POLICY_HEADER = "Content-Security-Policy";

    private final HtmlPages pages;
    private final Assets assets;
    private final List<MenuEntry> menu;
    private final @Nullable String ledger;

    ConsolePages(
            HtmlPages pages,
            Assets assets,
            ObjectProvider<MenuEntry> menu,
            @Value("${receipt.controller.name:}") String controller) {
        this.pages = pages;
        this.assets = assets;
        this.menu = menu.stream().sorted().toList();
        this.ledger = controller.isBlank() ? null : controller;
    }

    /**
     * A whole page.
     *
     * @param template its name below the templates' folder; it fills the layout {@code console/layout}
     * @param page what the template knows as {@code page}
     */
    public ResponseEntity<String> page(Visit visit, String template, Object page) {
        return page(visit, HttpStatus.OK, template, page);
    }

    /** A whole page that is answered with a status of its own, as {@link #page(Visit, String, Object)}. */
    public ResponseEntity<String> page(Visit visit, HttpStatusCode status, String template, Object page) {
        return answer(status, html(visit, template, page));
    }

    /**
     * A part of a page, for a page that is already there to replace its own.
     *
     * @param fragment name of the part ({@code th:fragment}) in the template
     */
    public ResponseEntity<String> part(Visit visit, String template, String fragment, Object page) {
        return answer(HttpStatus.OK, html(visit, template, fragment, page));
    }

    /** The text of a whole page. */
    String html(Visit visit, String template, Object page) {
        return pages.render(template, visit.language(), variables(visit, page));
    }

    /** The text of a part of a page. */
    String html(Visit visit, String template, String fragment, Object page) {
        return pages.render(template, fragment, visit.language(), variables(visit, page));
    }

    private Map<String, Object> variables(Visit visit, Object page) {
        return Map.of("frame", new Frame(visit, menu, ledger, assets.version()), "page", page);
    }

    private static ResponseEntity<String> answer(HttpStatusCode status, String html) {
        return ResponseEntity.status(status)
                .contentType(HtmlPages.HTML)
                .header(POLICY_HEADER, CONTENT_SECURITY_POLICY)
                // other hosts learn nothing; without any, a browser would keep from us which page a form of ours came
                // from
                .header("Referrer-Policy", "same-origin")
                .body(html);
    }
}
