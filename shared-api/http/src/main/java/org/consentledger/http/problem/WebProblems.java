package org.consentledger.http.problem;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the exceptions of Spring's web layer mean to the caller. Their messages quote the request, so none is passed on. */
final class WebProblems {

    private static final long RETRY_AFTER_SECONDS = 1;

    private WebProblems() {}

    /** Null for an exception that the caller is not to blame for. */
    static @Nullable Problem of(Exception exception) {
        return switch (exception) {
            case HttpMessageNotReadableException _ ->
                Problem.of(ProblemCode.MALFORMED_REQUEST, "the body is missing or cannot be read");
            case InvalidParameterException _ ->
                Problem.of(ProblemCode.MALFORMED_REQUEST, "there are too many parameters, or one cannot be read");
            case HttpMediaTypeNotSupportedException e ->
                header(ProblemCode.MEDIA_TYPE_NOT_SUPPORTED, HttpHeaders.ACCEPT, types(e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException _ -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
            case HttpRequestMethodNotSupportedException e ->
                header(ProblemCode.METHOD_NOT_ALLOWED, HttpHeaders.ALLOW, methods(e));
            case MissingServletRequestParameterException e ->
                inParameter(e.getParameterName(), FaultCode.REQUIRED, "is required");
            case MissingRequestHeaderException e ->
                Problem.of(List.of(Fault.inHeader(e.getHeaderName(), FaultCode.REQUIRED, "is required")));
            case MethodArgumentTypeMismatchException e ->
                Problem.of(List.of(fault(e.getParameter(), expectation(e.getRequiredType(), e.getCause()))));
            case MethodArgumentNotValidException e -> Problem.of(faults(e.getFieldErrors()));
            case HandlerMethodValidationException e when !e.isForReturnValue() -> Problem.of(faults(e));
            case ErrorResponse e
            when e.getStatusCode().value() == 503 -> Problem.ofStatus(503).retryAfter(RETRY_AFTER_SECONDS);
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                Problem.ofStatus(e.getStatusCode().value());
            default -> null;
        };
    }

    private static Problem header(ProblemCode code, String name, String value) {
        var problem = Problem.of(code);
        return value.isEmpty() ? problem : problem.header(name, value);
    }

    private static Problem inParameter(String name, FaultCode code, String detail) {
        return Problem.of(List.of(Fault.inParameter(name, code, detail)));
    }

    private static String types(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static String methods(HttpRequestMethodNotSupportedException e) {
        var methods = e.getSupportedHttpMethods();
        return methods == null
                ? ""
                : Stream.of(methods.stream(), implied(methods), Stream.of(HttpMethod.OPTIONS))
                        .flatMap(each -> each)
                        .map(HttpMethod::name)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** Spring answers HEAD wherever it answers GET, and does not list it. */
    private static Stream<HttpMethod> implied(Set<HttpMethod> methods) {
        return methods.contains(HttpMethod.GET) ? Stream.of(HttpMethod.HEAD) : Stream.empty();
    }

    private static List<Fault> faults(List<FieldError> errors) {
        return errors.stream()
                .map(e -> Fault.inParameter(
                        e.getField(),
                        FaultCode.INVALID,
                        e.isBindingFailure() || e.getDefaultMessage() == null
                                ? "cannot be read"
                                : e.getDefaultMessage()))
                .toList();
    }

    private static List<Fault> faults(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> fault(
                                result.getMethodParameter(),
                                error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage())))
                .toList();
    }

    private static Fault fault(MethodParameter parameter, String detail) {
        var name = ParameterNames.of(parameter);
        return parameter.hasParameterAnnotation(RequestHeader.class)
                ? Fault.inHeader(name, FaultCode.INVALID, detail)
                : Fault.inParameter(name, FaultCode.INVALID, detail);
    }

    private static String expectation(@Nullable Class<?> type, @Nullable Throwable cause) {
        if (type != null && type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type == Instant.class && cause instanceof ConversionFailedException failed && failed.getCause() != null) {
            // written by this project, and free of what was given
            return String.valueOf(failed.getCause().getMessage());
        }
        return type != null && (Number.class.isAssignableFrom(type) || type.isPrimitive())
                ? "must be a number"
                : "cannot be read";
    }
}
