package org.consentledger.query.subject;

import java.util.List;
import java.util.Map;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.keyring.SubjectDirectory;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A list's filter by subject: by upstream's reference or by the pseudonym. A link to the next page names the pseudonym,
 * as no URL made here may hold personal data.
 */
@Component
public final class SubjectFilter {

    private static final String PARAMETER = "subjectId";

    private final SubjectDirectory subjects;

    SubjectFilter(SubjectDirectory subjects) {
        this.subjects = subjects;
    }

    /**
     * The subject to list; null for all. A reference does not lead to somebody who was erased.
     *
     * @throws ProblemException if both are given
     */
    public @Nullable SubjectId of(@Nullable String subject, @Nullable SubjectId subjectId) {
        if (subject != null && subjectId != null) {
            throw new ProblemException(Problem.of(List.of(
                    Fault.inParameter(PARAMETER, FaultCode.INVALID, "must not be given together with subject"))));
        }
        return subject == null ? subjectId : known(subject).filter();
    }

    /** Whom a reference leads to. */
    public KnownSubject known(String reference) {
        return subjects.find(reference)
                .map(entry -> new KnownSubject(entry.id(), entry.erasedAt()))
                .orElseGet(() -> new KnownSubject(null, null));
    }

    /** The filter as a parameter of a link. */
    public static Map<String, String> parameter(@Nullable SubjectId filter) {
        return filter == null ? Map.of() : Map.of(PARAMETER, filter.value());
    }
}
