package org.consentledger.query.home;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
class SearchController {

    private final Search search;
    private final AccessLog accesses;
    private final ConsolePages pages;

    SearchController(Search search, AccessLog accesses, ConsolePages pages) {
        this.search = search;
        this.accesses = accesses;
        this.pages = pages;
    }

    /** What is looked for stands in the body, as no URL made here may hold personal data. */
    @Operation(operationId = "search", hidden = true)
    @PostMapping(path = "/search", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> search(@RequestParam @SubjectReference String reference, Visit visit, Reader reader) {
        var found = search.of(reference);
        accesses.enter(reader, ReadOperation.SEARCH, found.subjectId());
        return found.path() == null
                ? pages.page(visit, HttpStatus.NOT_FOUND, "home/nothing-found", found)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(found.path()))
                        .build();
    }
}
