package org.consentledger.query.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Where this ledger's events come from, for whoever follows several ledgers.
 *
 * @param uri does not change as long as the ledger has its log, whatever host serves it
 */
public record SourceUri(URI uri) {

    private static final String PREFIX = "urn:consent-ledger:log:";

    /**
     * Of one log.
     *
     * @param origin the log's name, as its checkpoints have it
     */
    public static SourceUri of(String origin) {
        return new SourceUri(URI.create(PREFIX + UriUtils.encodePath(origin, StandardCharsets.UTF_8)));
    }
}
