package org.consentledger.query.home;

import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
class HomeController {

    private final Holdings holdings;
    private final ConsolePages pages;

    HomeController(Holdings holdings, ConsolePages pages) {
        this.holdings = holdings;
        this.pages = pages;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> home(Visit visit) {
        return pages.page(visit, "home/home", holdings.now());
    }
}
