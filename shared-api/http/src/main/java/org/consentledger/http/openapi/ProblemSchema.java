package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.http.problem.ProblemCode;

/** The schema of problem answers (RFC 9457). */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema<Object> problem() {
        var properties = new LinkedHashMap<String, Schema<Object>>();
        properties.put("type", text("names the kind of problem; made from the code"));
        properties.put("title", text("what that kind of problem means"));
        properties.put("status", ofType("integer", "the HTTP status"));
        properties.put("detail", text("what is wrong here"));
        properties.put("code", codes());
        properties.put("instance", text("names this occurrence; made from the request's id"));
        properties.put("errors", faults());
        return object(
                "An error. Some kinds have further members.",
                properties,
                List.of("type", "title", "status", "detail", "code", "instance"));
    }

    static Schema<Object> fault() {
        var properties = new LinkedHashMap<String, Schema<Object>>();
        properties.put("pointer", text("JSON pointer (RFC 6901) of the field in the body"));
        properties.put("parameter", text("name of a parameter in the path or the query"));
        properties.put("header", text("name of a header"));
        properties.put(
                "code",
                text("REQUIRED, INVALID, WRONG_TYPE, UNKNOWN, DUPLICATE, LIMIT_EXCEEDED, or the problem's code"));
        properties.put("detail", text("what would be right"));
        return object(
                "One thing that is wrong with a request, and where: it has a pointer, a parameter or a header.",
                properties,
                List.of("code", "detail"));
    }

    private static Schema<Object> codes() {
        var schema = text("stable: callers may act on it");
        schema.setEnum(Arrays.stream(ProblemCode.values())
                .<Object>map(ProblemCode::name)
                .toList());
        return schema;
    }

    private static Schema<Object> faults() {
        var schema = ofType("array", "what is wrong with the request; left out if nothing in particular");
        schema.setItems(new Schema<>().$ref("#/components/schemas/Fault"));
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the model's maps are of raw schemas
    private static Schema<Object> object(
            String description, Map<String, Schema<Object>> properties, List<String> required) {
        var schema = ofType("object", description);
        schema.setProperties((Map) properties);
        schema.setRequired(required);
        return schema;
    }

    private static Schema<Object> text(String description) {
        return ofType("string", description);
    }

    private static Schema<Object> ofType(String type, String description) {
        var schema = new Schema<>();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
