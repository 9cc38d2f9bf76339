package org.consentledger.http.access;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Where it stands who may call a handler. */
public final class Requirement {

    private Requirement() {}

    /** That of the method goes before that of its class. Null if there is neither: then nobody may. */
    public static @Nullable Requires of(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    }

    /**
     * Turns away a caller who does not have what a handler requires.
     *
     * @param requirement null if there is none, so that nobody may
     * @throws ProblemException with {@link ProblemCode#INSUFFICIENT_SCOPE} or {@link ProblemCode#TOKEN_LIMIT_EXCEEDED}
     */
    public static void require(Caller caller, @Nullable Requires requirement) {
        if (requirement == null || Stream.of(requirement.value()).noneMatch(caller.scopes()::contains)) {
            throw new ProblemException(
                    AccessProblems.insufficientScope(requirement == null ? new Scope[0] : requirement.value()));
        }
        if (!List.of(requirement.heeds()).containsAll(caller.limits().set())) {
            throw new ProblemException(Problem.of(
                    ProblemCode.TOKEN_LIMIT_EXCEEDED, "the token is limited, and what this address answers is not"));
        }
    }
}
