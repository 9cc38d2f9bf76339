package org.consentledger.query.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One access that is about to happen, to the data of one subject. */
record Entry(
        String clientId,
        @Nullable String principal,
        String subjectId,
        String what,
        @Nullable String purpose,
        String requestId) {

    /** PostgreSQL turns some away, and everybody whose access is written down in the same statement. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    static Entry of(Reader reader, ReadOperation what, String subjectId) {
        var caller = reader.caller();
        return new Entry(
                caller.clientId(),
                writable(caller.principal()),
                subjectId,
                what.id(),
                reader.purpose(),
                reader.requestId());
    }

    /** A token's {@code sub} may be any text that its issuer likes. */
    private static @Nullable String writable(@Nullable String principal) {
        return principal == null ? null : UNWRITABLE.matcher(principal).replaceAll("\ufffd");
    }
}
