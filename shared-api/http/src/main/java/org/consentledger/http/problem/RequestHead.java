package org.consentledger.http.problem;

import jakarta.servlet.RequestDispatcher;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;

/**
 * Tells from what Tomcat says of a request that it could not read whether its line or its headers were too much for it.
 * It has no other sign for that than its words, and answers 400.
 */
final class RequestHead {

    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private RequestHead() {}

    /** The status that says most: the one given, unless the request's head was too large. */
    static int status(Request request, int given) {
        if (!isTooLarge(request)) {
            return given;
        }
        // without an address it was the line before the headers that was too long, and most of that is the address
        return request.getCoyoteRequest().requestURI().isNull() ? URI_TOO_LONG : HEADERS_TOO_LARGE;
    }

    private static boolean isTooLarge(Request request) {
        return switch (request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION)) {
            case IllegalArgumentException e -> TOO_LARGE.equals(e.getMessage());
            case IllegalStateException e -> isOfHeaders(e);
            case null, default -> false;
        };
    }

    /** The list of headers throws it when it is full. */
    private static boolean isOfHeaders(IllegalStateException e) {
        return e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().equals(MimeHeaders.class.getName());
    }
}
