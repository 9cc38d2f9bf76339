package org.consentledger.http.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The body of a problem answer, {@code application/problem+json}.
 *
 * @param type names the kind of problem; made from the code
 * @param title what that kind of problem means
 * @param instance names this occurrence; made from the request's id
 * @param errors what is wrong with the request, and where; left out if empty
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** What is answered within a request of that id. */
    public static ProblemDocument of(Problem problem, String requestId) {
        return new ProblemDocument(
                problem.code().type(),
                problem.code().summary(),
                problem.status(),
                problem.detail(),
                problem.code().name(),
                "urn:consent-ledger:request:" + requestId,
                problem.faults(),
                problem.members());
    }
}
