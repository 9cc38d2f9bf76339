package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** Which addresses people look at. */
final class ConsolePath {

    /** What programs ask for, and what is the same for everybody. */
    private static final String[] OTHERS = {"/v1", "/actuator", "/style", "/script", "/webjars", "/error"};

    private ConsolePath() {}

    static boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return Stream.of(OTHERS).noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
