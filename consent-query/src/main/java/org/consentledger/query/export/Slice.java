package org.consentledger.query.export;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.http.json.Rfc3339;
import org.consentledger.query.feed.FeedFilter;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger that somebody wants to take away.
 *
 * @param after only later positions; -1 for all
 * @param upTo none beyond this position; null for no end
 * @param from earliest ledger time (inclusive), UTC; null for any
 * @param to latest ledger time (exclusive), UTC; null for any
 * @param filter what else it must be
 */
record Slice(
        long after,
        @Nullable Long upTo,
        @Nullable Instant from,
        @Nullable Instant to,
        FeedFilter filter) {

    /** By the names of the parameters; the subject by the pseudonym, however it was asked for. */
    SortedMap<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        parameters.put("after", Long.toString(after));
        put(parameters, "upTo", upTo);
        put(parameters, "from", from == null ? null : Rfc3339.format(from));
        put(parameters, "to", to == null ? null : Rfc3339.format(to));
        put(parameters, "type", filter.type());
        put(parameters, "subjectId", filter.subject());
        put(parameters, "recipient", filter.recipient());
        put(parameters, "purpose", filter.purpose());
        return parameters;
    }

    private static void put(SortedMap<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
