package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says what an exception means to the caller. A bean of this type is asked before the general answers are given. */
@FunctionalInterface
public interface ProblemSource {

    /** Empty if this source knows nothing about such an exception. */
    Optional<Problem> problemOf(Exception exception, HttpServletRequest request);
}
