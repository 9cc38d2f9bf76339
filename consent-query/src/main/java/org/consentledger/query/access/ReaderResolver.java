package org.consentledger.query.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.http.access.BrowserAccess;
import org.consentledger.http.access.Caller;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.http.request.RequestId;
import org.consentledger.query.console.StatedPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Tells handlers who reads and why; turns auditors away who do not say why. */
@Component
final class ReaderResolver implements HandlerMethodArgumentResolver, StatedPurpose {

    private final ObjectProvider<PurposeCheck> check;
    private final ObjectProvider<KeptPurpose> kept;

    ReaderResolver(ObjectProvider<PurposeCheck> check, ObjectProvider<KeptPurpose> kept) {
        this.check = check;
        this.kept = kept;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reader.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var caller = Caller.current().orElseThrow(() -> new IllegalStateException("a public handler asks who reads"));
        return new Reader(caller, purpose(asked, caller.isAuditor()), RequestId.of(asked));
    }

    @Override
    public Optional<String> in(HttpServletRequest request) {
        try {
            return Optional.ofNullable(purpose(request, false));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private @Nullable String purpose(HttpServletRequest request, boolean isRequired) {
        var values = Collections.list(request.getHeaders(Reader.PURPOSE_HEADER));
        if (values.size() > 1) {
            throw wrong(FaultCode.INVALID, "must be given once");
        }
        var purpose = values.isEmpty() ? kept(request) : text(values.getFirst());
        if (purpose == null) {
            if (isRequired) {
                throw wrong(FaultCode.REQUIRED, "is required");
            }
            return null;
        }
        check.getObject().fault(purpose).ifPresent(fault -> {
            throw wrong(FaultCode.INVALID, fault);
        });
        return purpose;
    }

    /** Counts beside the token that the browser brought, and beside no other. */
    private @Nullable String kept(HttpServletRequest request) {
        return BrowserAccess.letIn(request) ? kept.getObject().of(request).orElse(null) : null;
    }

    /** The container takes each byte of a header for a character (RFC 9110, section 5.5). */
    private static String text(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(FaultCode.INVALID, "must be UTF-8");
        }
    }

    private static ProblemException wrong(FaultCode code, String detail) {
        return new ProblemException(Problem.of(List.of(Fault.inHeader(Reader.PURPOSE_HEADER, code, detail))));
    }
}
