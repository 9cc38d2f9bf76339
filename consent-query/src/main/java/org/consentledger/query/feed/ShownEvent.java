package org.consentledger.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.ledger.serial.LedgerJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of the feed, to look at.
 *
 * @param name of its kind, without the prefix
 * @param subjectId whom it is about; null if it is about nobody
 * @param reference upstream's for that person; null if it is about nobody, or they were erased
 * @param data member by member, as recorded
 */
record ShownEvent(
        CloudEvent event,
        String name,
        @Nullable String subjectId,
        @Nullable String reference,
        List<Member> data) {

    private static final String TRANSFER = "Transfer";

    /**
     * A member of the data.
     *
     * @param path its names from the outside in, with points between; places in lists counted from 1
     * @param value null for none
     */
    record Member(String path, @Nullable String value) {}

    static ShownEvent of(CloudEvent event) {
        var data = LedgerJson.mapper().readTree(event.data());
        var members = new ArrayList<Member>();
        add("", data, members);
        return new ShownEvent(
                event,
                event.type().substring(CloudEvents.TYPE_PREFIX.length()),
                text(data, "subjectId"),
                Stream.of(data, data.path("transfer"))
                        .flatMap(part -> Stream.ofNullable(text(part, "subject")))
                        .findFirst()
                        .orElse(null),
                List.copyOf(members));
    }

    private static @Nullable String text(JsonNode data, String member) {
        return data.path(member).asString(null);
    }

    private static void add(String path, JsonNode value, List<Member> members) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(member -> add(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            members));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer)) {
            for (var i = 0; i < value.size(); i++) {
                add(path + "." + (i + 1), value.get(i), members);
            }
        } else {
            members.add(new Member(path, written(value)));
        }
    }

    private static @Nullable String written(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? null
                    : value.valueStream().map(each -> each.asString()).collect(Collectors.joining(", "));
        }
        return value.isNull() ? null : value.isString() ? value.asString() : value.toString();
    }

    /** Whether it is a decision, of which there is more to tell. */
    public boolean isDecision() {
        return name.startsWith(TRANSFER);
    }

    /** The place before it, for the feed to begin with it. */
    public long before() {
        return Long.parseLong(event.position()) - 1;
    }
}
