package org.consentledger.verifier;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.consentledger.log.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what an event's leaf would not tell apart from something else: a line feed that moves from one field to the next, a
 * moment finer than the leaf writes it, half a character, which UTF-8 cannot write.
 */
final class EventForm {

    /** More than any ledger has, and far from where numbers of positions would overflow; checkpoints have the same limit. */
    private static final long POSITION_MAX = 999_999_999_999_999_999L;

    private EventForm() {}

    /** What is wrong with it; null if nothing is. */
    static @Nullable String fault(Entry entry) {
        if (entry.position() < 0 || entry.position() > POSITION_MAX) {
            return "its position is out of range";
        }
        if (!entry.recordedAt().equals(entry.recordedAt().truncatedTo(ChronoUnit.MICROS))) {
            return "its recordedAt is finer than a microsecond";
        }
        if (fields(entry).anyMatch(field -> field.chars().anyMatch(c -> c < ' '))) {
            return "one of its fields other than payload and metadata contains a control character";
        }
        if (!Stream.concat(fields(entry), Stream.of(entry.payload(), entry.metadata()))
                .allMatch(EventForm::isUnicode)) {
            return "it contains half a character";
        }
        return null;
    }

    /** Each has a line of its own in the leaf. */
    private static Stream<String> fields(Entry entry) {
        return Stream.of(
                entry.eventId(),
                entry.streamType(),
                entry.streamId(),
                entry.eventType(),
                entry.revision(),
                entry.requestSha256(),
                entry.recipient());
    }

    /** Whether every surrogate has its other half. */
    private static boolean isUnicode(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                var isPair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
