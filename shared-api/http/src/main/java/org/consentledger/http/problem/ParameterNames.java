package org.consentledger.http.problem;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The names by which callers know a handler's parameters. */
final class ParameterNames {

    private ParameterNames() {}

    static String of(MethodParameter parameter) {
        var query = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        var path = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), PathVariable.class);
        if (path != null && !path.name().isEmpty()) {
            return path.name();
        }
        var header = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        return parameter.getParameter().getName();
    }
}
