package org.consentledger.query.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;
import org.consentledger.http.json.Rfc3339;
import org.jspecify.annotations.Nullable;

/** The caller's {@code knownAt}: a position of the ledger, or a moment of its time. */
public sealed interface KnownAt {

    Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /** @throws IllegalArgumentException if the text is neither; the message says what would be right */
    static KnownAt parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            return new Position(Long.parseLong(text));
        }
        try {
            return new Time(Rfc3339.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a position, such as 1042, or a time: " + e.getMessage(), e);
        }
    }

    /** What the answer may rest on when the tables it comes from have reached a position. */
    Knowledge within(long reached);

    /** The same without a wish of the caller's. */
    static Knowledge within(@Nullable KnownAt knownAt, long reached) {
        return knownAt == null ? Knowledge.upTo(reached) : knownAt.within(reached);
    }

    /** The events up to and including a position. */
    record Position(@JsonValue long position) implements KnownAt {
        @Override
        public Knowledge within(long reached) {
            return Knowledge.upTo(Math.min(position, reached));
        }
    }

    /** The events recorded at or before a moment. */
    record Time(@JsonValue Instant recordedBy) implements KnownAt {
        @Override
        public Knowledge within(long reached) {
            return new Knowledge(reached, recordedBy);
        }
    }
}
