package org.consentledger.http.rate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Where the check of access says that somebody did not get in. */
public final class AuthenticationFailures {

    private static final String ATTRIBUTE = AuthenticationFailures.class.getName();

    private AuthenticationFailures() {}

    static void of(HttpServletRequest request, BooleanSupplier failed) {
        request.setAttribute(ATTRIBUTE, failed);
    }

    /**
     * Counts a failed authentication. To be called instead of an answer 401, before it.
     *
     * @return whether the caller was answered 429, as there were too many from its address
     */
    public static boolean tooMany(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier failed && failed.getAsBoolean();
    }
}
