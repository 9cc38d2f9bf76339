package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Tells problems to people. A bean of this type is asked before a problem is written as JSON. */
@FunctionalInterface
public interface ProblemPage {

    /**
     * The problem as HTML; empty if whoever sent the request reads JSON.
     *
     * @param response takes further headers that the page needs; its status is set already
     */
    Optional<String> of(HttpServletRequest request, HttpServletResponse response, Problem problem, String requestId);
}
