package org.consentledger.http.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads RFC 3339 times and nothing else; Jackson's own reader takes numbers for seconds. */
final class MomentReader extends StdScalarDeserializer<Instant> {

    MomentReader() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
        }
        try {
            return Rfc3339.parse(parser.getString());
        } catch (IllegalArgumentException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, "", "%s", e.getMessage());
        }
    }
}
