package org.consentledger.query.feed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.query.subject.SubjectFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A page of the feed, to look at.
 *
 * @param order of the list
 * @param from where it goes on: before that position if the newest come first, else after it; null for from the end
 * @param position how far the ledger was read
 * @param more whether it goes on there
 * @param choices for the form to offer
 */
record ShownEvents(
        FeedFilter filter,
        EventOrder order,
        @Nullable Long from,
        long position,
        boolean more,
        List<ShownEvent> events,
        FilterChoices choices) {

    ShownEvents {
        events = List.copyOf(events);
    }

    public List<EventOrder> orders() {
        return List.of(EventOrder.values());
    }

    public boolean isNewestFirst() {
        return order == EventOrder.NEWEST;
    }

    /** The list from its beginning. */
    public String beginning() {
        return address(null);
    }

    /** Where the list goes on; null where it ends. */
    public @Nullable String next() {
        return more ? address(position) : null;
    }

    private String address(@Nullable Long at) {
        var query = new LinkedHashMap<>(parameters(filter));
        query.put("order", order.name());
        if (at != null) {
            query.put(order == EventOrder.NEWEST ? "before" : "after", at.toString());
        }
        return EventsPages.PATH + "?" + joined(query);
    }

    /** The same events as a file: where to ask for it. */
    public String export() {
        var query = parameters(filter);
        return query.isEmpty() ? "/exports" : "/exports?" + joined(query);
    }

    /** What a list is filtered by, as parameters of a link: codes, and a person by the pseudonym. */
    static Map<String, String> parameters(FeedFilter filter) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "type", filter.type());
        put(parameters, "recipient", filter.recipient());
        put(parameters, "purpose", filter.purpose());
        parameters.putAll(SubjectFilter.parameter(filter.subject()));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    static String joined(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
