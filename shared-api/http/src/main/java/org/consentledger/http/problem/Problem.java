package org.consentledger.http.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.Rejection;

/**
 * An error as the caller gets to see it (RFC 9457).
 *
 * @param status the HTTP status; that of the code, except for errors that the container found
 * @param detail one sentence about this occurrence; holds no personal data and nothing internal
 * @param faults what is wrong with the request, and where
 * @param members further members of the answer's body, in their order
 * @param headers further headers of the answer
 */
public record Problem(
        ProblemCode code,
        int status,
        String detail,
        List<Fault> faults,
        Map<String, Object> members,
        Map<String, String> headers) {

    private static final int FAILURE = 500;

    public Problem {
        faults = List.copyOf(faults);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.status(), detail, List.of(), Map.of(), Map.of());
    }

    public static Problem of(ProblemCode code) {
        return of(code, code.summary());
    }

    /** A command that the rules do not accept. */
    public static Problem of(Rejection rejection) {
        return of(ProblemCode.of(rejection.code()), rejection.detail()).faults(List.of(Fault.of(rejection)));
    }

    /** A request that is wrong in its parts: unreadable if one of them has the wrong shape, otherwise invalid. */
    public static Problem of(List<Fault> faults) {
        var malformed = faults.stream().anyMatch(Fault::isMalformed);
        var code = malformed ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INVALID_FIELD;
        var detail = faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " things are wrong; see errors";
        return of(code, detail).faults(faults);
    }

    /** An error of which only the HTTP status is known. */
    static Problem ofStatus(int status) {
        var code = ProblemCode.ofStatus(status);
        // a request that the container does not understand is no failure of the service, whatever status it gives it
        var answered = code == ProblemCode.MALFORMED_REQUEST && status >= FAILURE ? code.status() : status;
        return new Problem(code, answered, code.summary(), List.of(), Map.of(), Map.of());
    }

    public Problem faults(List<Fault> others) {
        return new Problem(code, status, detail, others, members, headers);
    }

    /**
     * The same where the body stands inside something larger.
     *
     * @param place of the body: a JSON pointer (RFC 6901)
     */
    public Problem below(String place) {
        return faults(faults.stream().map(fault -> fault.below(place)).toList());
    }

    public Problem member(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(code, status, detail, faults, more, headers);
    }

    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, status, detail, faults, members, more);
    }

    /** Says after how many seconds the caller may try again. */
    public Problem retryAfter(long seconds) {
        return header("Retry-After", Long.toString(seconds));
    }
}
