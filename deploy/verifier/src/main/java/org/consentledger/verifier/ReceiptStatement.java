package org.consentledger.verifier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.log.entry.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a receipt says of an event with what the log holds of it: a receipt must not say anything else, and nothing more.
 * What it says besides, of the notice, the controller and the person's rights, and personal data that the log holds encrypted,
 * rests on its signature.
 *
 * @param content what was signed
 */
record ReceiptStatement(JsonNode content, Consumer<String> findings) {

    private static final String FORMAT = "urn:consent-ledger:receipt:v1";
    private static final String EVENT = "/ledger:event";

    /** In an event: what is personal of it, encrypted. */
    private static final String SEALED = "sealed";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:]{1,60}");

    /** Compares it with the entry, and with what else the file says of itself. */
    void compare(ReceiptFile file) {
        var entry = file.entry();
        if (!content.at("/dct:conformsTo").asString("").equals(FORMAT)) {
            findings.accept("the receipt does not conform to " + FORMAT);
            return;
        }
        if (!file.eventId().equals(entry.eventId()) || file.position() != entry.position()) {
            findings.accept("the file names another event than its entry");
        }
        same("/dct:identifier", entry.eventId());
        same(EVENT + "/ledger:type", entry.eventType());
        same(EVENT + "/ledger:position", Long.toString(entry.position()));
        same(EVENT + "/ledger:recordedAt", entry.recordedAt().toString());
        try {
            comparePayload(entry, StrictJson.read(entry.payload(), JsonNode.class, "an event"));
        } catch (StrictJson.UnreadableException e) {
            findings.accept("the entry's payload is not JSON");
        }
    }

    private void comparePayload(Entry entry, JsonNode payload) {
        for (var member : ReceiptMembers.ALL) {
            compare(member, payload, ReceiptMembers.isKnownType(entry.eventType()));
        }
        ReceiptMembers.ofType(entry.eventType(), payload).forEach(this::same);
        sameIfBoth("/dpv:hasPurpose/0/dct:identifier", EVENT + "/ledger:purpose");
        sameIfBoth("/dpv:hasRecipient/dct:identifier", EVENT + "/ledger:recipient");
        Stream.of("", "/ledger:ground").forEach(where -> {
            sameIfBoth("/dpv:hasNotice/dct:identifier", EVENT + where + "/ledger:notice");
            sameIfBoth("/dpv:hasNotice/dct:hasVersion", EVENT + where + "/ledger:noticeVersion");
        });
        var more = new TreeSet<String>();
        leaves(content.at(EVENT), EVENT, more);
        more.removeIf(ReceiptMembers::isKnown);
        more.forEach(pointer -> findings.accept("the receipt says more than the log: " + pointer));
    }

    /**
     * Personal data may have been erased since; and where the log holds them encrypted, only the ledger can read them.
     *
     * @param isComplete whether everything that the event holds has to be said
     */
    private void compare(ReceiptMember member, JsonNode payload, boolean isComplete) {
        var held = member.in(payload);
        var said = content.at(member.receipt());
        var mayDiffer = member.isPersonal()
                ? said.isMissingNode() || payload.has(SEALED)
                : held != null && !isComplete && said.isMissingNode();
        if (!mayDiffer) {
            same(member.receipt(), held == null ? null : text(held));
        }
    }

    /** @param expected null if the receipt must not say anything there */
    private void same(String pointer, @Nullable String expected) {
        var said = content.at(pointer);
        var text = said.isMissingNode() ? null : text(said);
        if (!Objects.equals(text, expected) && !isSameMoment(text, expected)) {
            findings.accept(differs(pointer));
        }
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private void sameIfBoth(String one, String other) {
        var said = content.at(other);
        if (!said.isMissingNode() && !content.at(one).isMissingNode()) {
            same(one, text(said));
        }
    }

    private static boolean isSameMoment(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        try {
            return Instant.parse(one).equals(Instant.parse(other));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String differs(String pointer) {
        return "the receipt says something else than the log: " + pointer;
    }

    /** Everything that is said below a member. */
    private static void leaves(JsonNode node, String pointer, TreeSet<String> found) {
        if (!node.isObject() || node.isEmpty()) {
            found.add(pointer);
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            leaves(property.getValue(), pointer + "/" + shown(property.getKey()), found);
        }
    }

    /** A name that could pass for a path, or for a line of our own, is not one of ours. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }
}
