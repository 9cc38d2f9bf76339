package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows for what purpose of access a request says it is sent, so that pages can show it. */
@FunctionalInterface
public interface StatedPurpose {

    /** Empty if none is stated, or what is stated cannot be read. */
    Optional<String> in(HttpServletRequest request);
}
