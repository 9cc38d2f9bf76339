package org.consentledger.http.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the path of a violated constraint into a JSON pointer: components of records into the names callers use. */
final class FieldPointers {

    private FieldPointers() {}

    static String of(Path path, Class<?> body) {
        var pointer = new StringBuilder();
        Class<?> owner = body;
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                var component = component(owner, node.getName());
                pointer.append('/')
                        .append(component.map(FieldPointers::jsonName).orElse(node.getName()));
                owner = component.map(c -> elementType(c.getGenericType())).orElse(null);
            }
        }
        return pointer.toString();
    }

    private static Optional<RecordComponent> component(@Nullable Class<?> owner, String name) {
        if (owner == null || !owner.isRecord()) {
            return Optional.empty();
        }
        return Stream.of(owner.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    private static String jsonName(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static @Nullable Class<?> elementType(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType list -> elementType(list.getActualTypeArguments()[0]);
            default -> null;
        };
    }
}
