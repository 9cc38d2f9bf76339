package org.consentledger.http.body;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says which requests have a body of any length. A bean of this type is asked before it is known who calls; the handler that
 * reads such a body bounds what it keeps of it, and how long it waits.
 */
@FunctionalInterface
public interface StreamedBody {

    /** Must look at the head alone. */
    boolean isOf(HttpServletRequest request);
}
