package org.consentledger.query.verification;

import java.util.Objects;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.Visit;
import org.consentledger.query.log.LogKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the page and the module that checks; it answers nothing that the module would have to believe. */
@RestController
@Requires(Scope.AUDIT_READ)
class VerificationPages {

    private final ConsolePages pages;
    private final LogKeys keys;

    VerificationPages(ConsolePages pages, LogKeys keys) {
        this.pages = pages;
        this.keys = keys;
    }

    @GetMapping(path = "/verification", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> verification(@RequestParam(required = false) @Nullable String event, Visit visit) {
        var key = Objects.toString(keys.newest().verification());
        return pages.page(visit, "verification/verification", new VerificationPage(key, event));
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry verificationInMenu() {
            return new MenuEntry(60, "verification.menu", "/verification");
        }
    }
}
