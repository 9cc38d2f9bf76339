package org.consentledger.bench.noop;

import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.ConsentQuery;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** consent-query with one more endpoint, which answers without having looked anything up. */
@RestController
@Requires(Scope.CONSENT_READ)
class NothingQueries {

    /** Bytes of an answer about consents. */
    private static final int ANSWER_BYTES = 400;

    public static void main(String[] args) {
        ConsentQuery.application().sources(NothingQueries.class).run(args);
    }

    @GetMapping(path = "/bench/nothing", produces = MediaType.APPLICATION_JSON_VALUE)
    Nothing nothing(@RequestParam String subject) {
        return Nothing.ofSize(ANSWER_BYTES + subject.length());
    }
}
