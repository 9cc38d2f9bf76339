package org.consentledger.query.console;

import java.util.List;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.Problem;

/**
 * A problem as its page shows it.
 *
 * @param detail about this occurrence; empty if there is nothing but what the code means
 * @param faults what is wrong with the request, and where
 * @param requestId under which the service's log tells more
 * @param canBeTriedAgain whether asking for the same page later may help
 */
record ShownProblem(
        int status, String code, String detail, List<Fault> faults, String requestId, boolean canBeTriedAgain) {

    private static final String PURPOSE_HEADER = "X-Purpose-Of-Access";

    static ShownProblem of(Problem problem, String requestId, boolean isRepeatable) {
        return new ShownProblem(
                problem.status(),
                problem.code().name(),
                problem.detail().equals(problem.code().summary()) ? "" : problem.detail(),
                problem.faults(),
                requestId,
                isRepeatable && problem.headers().containsKey("Retry-After"));
    }

    /** Whether nothing is wrong but that it was not said why somebody reads. */
    public boolean lacksPurpose() {
        return faults.size() == 1 && PURPOSE_HEADER.equals(faults.getFirst().header());
    }

    /** Key of the heading: by code, and by kind of status for codes that are rare on a page. */
    public String key() {
        return lacksPurpose()
                ? "console.problem.PURPOSE"
                : switch (status) {
                    case 403 -> code.equals("TOKEN_LIMIT_EXCEEDED") ? "console.problem.LIMIT" : "console.problem.403";
                    case 401, 404, 429, 503 -> "console.problem." + status;
                    default -> status < 500 ? "console.problem.400" : "console.problem.500";
                };
    }

    /** Key of the sentence below the heading. */
    public String adviceKey() {
        return key() + ".advice";
    }

    /** Where something is wrong. */
    public String place(Fault fault) {
        return fault.parameter() != null
                ? fault.parameter()
                : fault.header() != null ? fault.header() : String.valueOf(fault.pointer());
    }
}
