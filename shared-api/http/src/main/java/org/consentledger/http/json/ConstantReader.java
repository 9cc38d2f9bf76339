package org.consentledger.http.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a constant by its exact name; Jackson's own reader takes ordinals, blanks around the name and empty names. */
final class ConstantReader extends StdScalarDeserializer<Object> {

    private final Class<?> type;

    ConstantReader(Class<?> type) {
        super(type);
        this.type = type;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.handleUnexpectedToken(context.constructType(type), parser);
        }
        var name = parser.getString();
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return context.handleWeirdStringValue(type, "", "not one of the names");
    }
}
