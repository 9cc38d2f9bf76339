package org.consentledger.http.openapi;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The project's records that controllers take and give, with the records inside them. */
final class HandlerRecords {

    private static final String OURS = "org.consentledger.";

    private HandlerRecords() {}

    static Set<Class<?>> requests(RequestMappingHandlerMapping mapping) {
        return records(handlers(mapping)
                .flatMap(handler -> Stream.of(handler.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(ResolvableType::forMethodParameter));
    }

    static Set<Class<?>> answers(RequestMappingHandlerMapping mapping) {
        return records(handlers(mapping).map(handler -> ResolvableType.forMethodReturnType(handler.getMethod())));
    }

    private static Stream<HandlerMethod> handlers(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().values().stream();
    }

    private static Set<Class<?>> records(Stream<ResolvableType> types) {
        var found = new LinkedHashSet<Class<?>>();
        types.forEach(type -> collect(type, found));
        return found;
    }

    private static void collect(ResolvableType type, Set<Class<?>> found) {
        for (var generic : type.getGenerics()) {
            collect(generic, found);
        }
        var raw = type.toClass();
        if (raw.isRecord() && raw.getName().startsWith(OURS) && found.add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(ResolvableType.forType(component.getGenericType()), found);
            }
        }
    }
}
