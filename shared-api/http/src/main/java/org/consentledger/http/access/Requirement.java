package org.consentledger.http.access;

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
}
