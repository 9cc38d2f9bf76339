package org.consentledger.query.paging;

import java.util.List;
import java.util.Map;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;

/** The address names something that the ledger does not know. */
public final class Missing {

    private static final int NOT_FOUND = 404;

    private Missing() {}

    /** 404, with the code that a command about the same thing would be rejected with. */
    public static ProblemException because(ProblemCode code) {
        return new ProblemException(new Problem(code, NOT_FOUND, code.summary(), List.of(), Map.of(), Map.of()));
    }
}
