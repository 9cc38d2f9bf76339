package org.consentledger.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consentledger.notice.ConsentForm;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the subject said, or that befell the subject; exactly one of the first six is set.
 *
 * @param gives purpose consented to; needs a form, a notice and a version
 * @param refuses purpose refused; needs a notice and a version
 * @param revokes purpose revoked, or {@code *}
 * @param objects purpose objected to
 * @param withdrawsObjection purpose to which the objection was taken back
 * @param erased true if the subject was erased
 * @param at world time, UTC
 * @param until end of a consent that was given for a time, UTC
 */
public record GivenFact(
        @Nullable String gives,
        @Nullable String refuses,
        @Nullable String revokes,
        @Nullable String objects,
        @Nullable @JsonProperty("withdraws-objection") String withdrawsObjection,
        @Nullable Boolean erased,
        Instant at,
        @Nullable ConsentForm form,
        @Nullable Instant until,
        @Nullable String notice,
        @Nullable String version) {

    /** What kind of fact it is. */
    public enum Kind {
        GIVES,
        REFUSES,
        REVOKES,
        OBJECTS,
        WITHDRAWS_OBJECTION,
        ERASED
    }

    public GivenFact {
        Objects.requireNonNull(at, "a fact has its time in the world: at");
        if (said(gives, refuses, revokes, objects, withdrawsObjection, erased).size() != 1) {
            throw new IllegalArgumentException("a fact says one thing; this one of " + at + " does not");
        }
        if ((gives != null || refuses != null) && (notice == null || version == null)) {
            throw new IllegalArgumentException(
                    "a yes or no names the notice and version; this one of " + at + " does not");
        }
        if ((gives != null) != (form != null) || (until != null && gives == null)) {
            throw new IllegalArgumentException("a yes, and nothing else, has a form and perhaps an end; see " + at);
        }
    }

    public Kind kind() {
        return said(gives, refuses, revokes, objects, withdrawsObjection, erased)
                .keySet()
                .iterator()
                .next();
    }

    /** The purpose code, or {@code *}; empty for an erasure. */
    public String purpose() {
        return said(gives, refuses, revokes, objects, withdrawsObjection, erased)
                .values()
                .iterator()
                .next();
    }

    private static Map<Kind, String> said(
            @Nullable String gives,
            @Nullable String refuses,
            @Nullable String revokes,
            @Nullable String objects,
            @Nullable String withdrawsObjection,
            @Nullable Boolean erased) {
        var said = new TreeMap<Kind, @Nullable String>();
        said.put(Kind.GIVES, gives);
        said.put(Kind.REFUSES, refuses);
        said.put(Kind.REVOKES, revokes);
        said.put(Kind.OBJECTS, objects);
        said.put(Kind.WITHDRAWS_OBJECTION, withdrawsObjection);
        said.put(Kind.ERASED, Boolean.TRUE.equals(erased) ? "" : null);
        said.values().removeIf(Objects::isNull);
        return said;
    }
}
