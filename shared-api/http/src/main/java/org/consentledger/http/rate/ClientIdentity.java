package org.consentledger.http.rate;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Says who asks. A bean of this type replaces the usual answer, the name of the request's principal. */
@FunctionalInterface
public interface ClientIdentity {

    /**
     * The caller's name, the same for all requests that count together; null if nobody is known to ask, and then all
     * requests from one address count together. Asked after Spring Security's filters.
     */
    @Nullable String of(HttpServletRequest request);
}
