package org.consentledger.query.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Why somebody reads who signed in with a browser, which sends no header of its own. */
@FunctionalInterface
public interface KeptPurpose {

    /** As it was stated when they signed in, or last changed it; empty if it was not. */
    Optional<String> of(HttpServletRequest request);
}
