package org.consentledger.http.body;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Notes what is wrong with a field and lets reading go on, so that one answer names everything. */
final class FaultCollector extends DeserializationProblemHandler {

    /** The reader's attribute that holds the list to fill. */
    static final Object FAULTS = FaultCollector.class;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        note(context, unknownPointer(context, parser, name), FaultCode.UNKNOWN, "there is no such field");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        note(context, pointer(context.getParser()), FaultCode.INVALID, type.isEnum() ? oneOf(type) : message);
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
        return wrongType(context, type, parser);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return wrongType(context, context.constructType(type), parser);
    }

    private static @Nullable Object wrongType(DeserializationContext context, JavaType type, JsonParser parser) {
        note(context, pointer(parser), FaultCode.WRONG_TYPE, "must be " + jsonTypeOf(type));
        parser.skipChildren();
        return null;
    }

    private static void note(DeserializationContext context, String pointer, FaultCode code, String detail) {
        @SuppressWarnings("unchecked")
        var faults = (List<Fault>) context.getAttribute(FAULTS);
        faults.add(Fault.inBody(pointer, code, detail));
    }

    /**
     * Unknown fields of a record are set aside until the record is made, and come from another parser then, which does
     * not know its place. The one that reads the body stands behind the record or at its next field.
     */
    private static String unknownPointer(DeserializationContext context, JsonParser parser, String name) {
        var reading = context.getParser();
        if (parser.equals(reading)) {
            return pointer(parser);
        }
        var place = reading.streamReadContext();
        var record = reading.hasToken(JsonToken.END_OBJECT) ? place : place.getParent();
        return record.pathAsPointer().appendProperty(name).toString();
    }

    /** At the beginning of an object or array the parser already stands inside it; the fault is the whole. */
    private static String pointer(JsonParser parser) {
        var inside = parser.streamReadContext();
        var token = parser.currentToken();
        var place = token != null && token.isStructStart() ? inside.getParent() : inside;
        return place.pathAsPointer().toString();
    }

    static String jsonTypeOf(JavaType type) {
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return "an array";
        }
        if (type.hasRawClass(Boolean.class) || type.hasRawClass(boolean.class)) {
            return "true or false";
        }
        return type.isEnumType() || type.getRawClass().getName().startsWith("java.") ? "a string" : "an object";
    }

    private static String oneOf(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
