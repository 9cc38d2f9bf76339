package org.consentledger.standalone.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON pointer (RFC 6901) whose segments may choose an element of a list by one of its members:
 * {@code /consents[purpose=business-notices]/state}. Of several such elements the first is meant.
 */
public final class Selector {

    private static final Pattern CHOICE = Pattern.compile("([^\\[\\]]*)\\[([^=\\]]+)=([^\\]]*)]");

    private final List<Segment> segments;

    private Selector(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * Reads a selector.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Selector of(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw new IllegalArgumentException("a selector begins with /, unlike " + text);
        }
        var segments = new ArrayList<Segment>();
        for (var part : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
            segments.add(Segment.of(part));
        }
        return new Selector(segments);
    }

    /** The value meant; a missing node if there is none. */
    public JsonNode select(JsonNode document) {
        var node = document;
        for (var segment : segments) {
            node = segment.step(node);
        }
        return node;
    }

    /** The selector in words: what was chosen stands for the list it was chosen from. */
    @Override
    public String toString() {
        return segments.stream()
                .map(segment -> segment.value() == null ? segment.name() : segment.value())
                .collect(Collectors.joining(" "));
    }

    private record Segment(
            String name, @Nullable String member, @Nullable String value) {

        static Segment of(String text) {
            var choice = CHOICE.matcher(text);
            if (choice.matches()) {
                return new Segment(unescape(choice.group(1)), unescape(choice.group(2)), unescape(choice.group(3)));
            }
            if (text.contains("[") || text.contains("]")) {
                throw new IllegalArgumentException("an element is chosen by [member=value], unlike in " + text);
            }
            return new Segment(unescape(text), null, null);
        }

        JsonNode step(JsonNode node) {
            // a list at the top has no name
            var next = member != null && name.isEmpty() ? node : child(node);
            if (member == null) {
                return next;
            }
            return next.valueStream()
                    .filter(element -> element.path(member).asString("").equals(value))
                    .findFirst()
                    .orElseGet(MissingNode::getInstance);
        }

        private JsonNode child(JsonNode node) {
            return node.isArray() && name.matches("0|[1-9][0-9]{0,8}")
                    ? node.path(Integer.parseInt(name))
                    : node.path(name);
        }

        private static String unescape(String text) {
            return text.replace("~1", "/").replace("~0", "~");
        }
    }
}
