package org.consentledger.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of one request: the caller's own if it is harmless, otherwise a new one. */
public final class RequestId {

    /** The header that brings it and answers with it. */
    public static final String HEADER = "X-Request-Id";

    /** Under this key it stands in the log's context (MDC). */
    public static final String MDC_KEY = "requestId";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The same every time it is asked of one request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var asked = request.getHeader(HEADER);
        var id = asked != null && HARMLESS.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
