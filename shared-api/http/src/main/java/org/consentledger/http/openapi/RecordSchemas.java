package org.consentledger.http.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Says in each schema what its record says: constraints of fields and of the elements of lists, what may be null, and
 * that answers always have all their fields. The generator itself sees none of this on records.
 */
final class RecordSchemas implements GlobalOpenApiCustomizer {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    RecordSchemas(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void customise(OpenAPI api) {
        var requests = new LinkedHashSet<Class<?>>();
        var answers = new LinkedHashSet<Class<?>>();
        mappings.forEach(mapping -> {
            requests.addAll(HandlerRecords.requests(mapping));
            answers.addAll(HandlerRecords.answers(mapping));
        });
        requests.forEach(type -> {
            describe(type, api);
            forbidMore(type, api);
        });
        answers.stream().filter(type -> !requests.contains(type)).forEach(type -> {
            describe(type, api);
            requireAll(type, api);
        });
    }

    private static void describe(Class<?> type, OpenAPI api) {
        var schema = schema(type, api);
        if (schema == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = jsonName(component);
            var property = schema.getProperties().get(name);
            if (property != null) {
                FieldConstraints.apply(component.getAnnotatedType(), property);
                describeElements(component, property);
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    schema.getProperties().put(name, nullable(property));
                }
            }
        }
    }

    private static void describeElements(RecordComponent component, Schema<?> property) {
        if (property.getItems() == null || !(component.getAnnotatedType() instanceof AnnotatedParameterizedType list)) {
            return;
        }
        FieldConstraints.apply(list.getAnnotatedActualTypeArguments()[0], property.getItems());
        if (isUnique(component.getAccessor()) || isUnique(component.getAnnotatedType())) {
            property.setUniqueItems(true);
        }
    }

    private static boolean isUnique(AnnotatedElement element) {
        return element.isAnnotationPresent(UniqueElements.class);
    }

    @SuppressWarnings("unchecked") // the list of an enumeration's values holds whatever the schema is of
    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.addType("null");
            return new Schema<>().addAnyOfItem(property).addAnyOfItem(nothing);
        }
        property.addType("null");
        if (property.getEnum() != null) {
            var values = new ArrayList<Object>(property.getEnum());
            values.add(null);
            ((Schema<Object>) property).setEnum(values);
        }
        return property;
    }

    private static void forbidMore(Class<?> type, OpenAPI api) {
        var schema = schema(type, api);
        if (schema != null) {
            schema.setAdditionalProperties(false);
        }
    }

    private static void requireAll(Class<?> type, OpenAPI api) {
        var schema = schema(type, api);
        if (schema != null) {
            schema.setRequired(Stream.of(type.getRecordComponents())
                    .filter(RecordSchemas::isAlwaysWritten)
                    .map(RecordSchemas::jsonName)
                    .sorted()
                    .toList());
        }
    }

    private static boolean isAlwaysWritten(RecordComponent component) {
        return !component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static @Nullable Schema<?> schema(Class<?> type, OpenAPI api) {
        var schemas = api.getComponents() == null ? null : api.getComponents().getSchemas();
        return schemas == null ? null : schemas.get(type.getSimpleName());
    }

    private static String jsonName(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
