package org.consentledger.query.access;

import org.consentledger.http.access.Caller;
import org.consentledger.http.field.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, and why. Every handler that shows somebody's data takes one, and gives it to the {@link AccessLog} before it
 * answers.
 *
 * @param caller who reads
 * @param purpose why, in the caller's own words; null if they did not say and need not
 * @param requestId names the request
 */
public record Reader(
        Caller caller,
        @FreeText(max = PURPOSE_LENGTH_MAX) @Nullable String purpose,
        String requestId) {

    /** The header that brings the purpose; auditors must send it. */
    public static final String PURPOSE_HEADER = "X-Purpose-Of-Access";

    static final int PURPOSE_LENGTH_MAX = 200;

    /** Not the purpose, which may be about somebody. */
    @Override
    public String toString() {
        return caller + ", request " + requestId;
    }
}
