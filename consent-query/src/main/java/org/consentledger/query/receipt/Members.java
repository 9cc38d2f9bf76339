package org.consentledger.query.receipt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: what is not known, and what holds nothing, is left out. */
final class Members {

    private final SequencedMap<String, Object> members = new LinkedHashMap<>();

    Members with(String name, @Nullable Object value) {
        if (value != null && !isEmpty(value)) {
            members.put(name, value);
        }
        return this;
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Members inner -> inner.members.isEmpty();
            case Collection<?> list -> list.isEmpty();
            default -> false;
        };
    }

    @JsonValue
    SequencedMap<String, Object> asMap() {
        return Collections.unmodifiableSequencedMap(members);
    }
}
