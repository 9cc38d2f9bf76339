package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which addresses people look at. */
final class ConsolePath {

    /** What programs ask for, and what is the same for everybody. */
    private static final String[] OTHERS = {"/v1", "/actuator", "/style", "/script", "/webjars", "/error"};

    private ConsolePath() {}

    /** A request of which the container could read nothing has no address, and is none of a browser's. */
    static boolean isPage(HttpServletRequest request) {
        @Nullable String path = request.getRequestURI();
        return path != null && Stream.of(OTHERS).noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
