package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import org.consentledger.http.access.Caller;
import org.consentledger.query.language.RequestLanguage;
import org.springframework.stereotype.Component;

/** Reads from a request what its page depends on. */
@Component
final class Visits {

    private static final String PART_HEADER = "HX-Request";

    private final StatedPurpose purposes;

    Visits(StatedPurpose purposes) {
        this.purposes = purposes;
    }

    Visit of(HttpServletRequest request) {
        return new Visit(
                RequestLanguage.of(request),
                Theme.of(request),
                Caller.current().orElse(null),
                purposes.in(request).orElse(null),
                request.getRequestURI(),
                request.getQueryString(),
                "true".equals(request.getHeader(PART_HEADER)));
    }
}
