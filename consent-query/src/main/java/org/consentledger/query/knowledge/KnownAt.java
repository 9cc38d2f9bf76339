package org.consentledger.query.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;
import org.consentledger.http.json.Rfc3339;

/** The caller's {@code knownAt}: a position of the ledger, or a moment of its time. */
public sealed interface KnownAt {

    Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /**
     * Reads either.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static KnownAt parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            return new Position(Long.parseLong(text));
        }
        try {
            return new Time(Rfc3339.parse(text));
        } catch (IllegalArgumentException e) {
            // alone, as the caller is shown the innermost message
            throw new IllegalArgumentException("must be a position of the ledger, such as 42, or it " + e.getMessage());
        }
    }

    /** What the answer may rest on when the tables it comes from have reached a position. */
    Knowledge within(long reached);

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
