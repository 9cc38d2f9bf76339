package org.consentledger.command.bulk;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Where in its line a body stands: what it has to be is known only when the command's name has been read, wherever that
 * stands.
 *
 * @param end behind its last character
 */
@JsonDeserialize(using = BodyPlace.Reader.class)
record BodyPlace(int begin, int end) {

    String in(String line) {
        return line.substring(begin, end);
    }

    static final class Reader extends StdDeserializer<BodyPlace> {

        Reader() {
            super(BodyPlace.class);
        }

        /** A text may be read lazily: its end is known only once it was. */
        @Override
        public BodyPlace deserialize(JsonParser parser, DeserializationContext context) {
            var begin = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
            parser.skipChildren();
            parser.finishToken();
            return new BodyPlace(begin, Math.toIntExact(parser.currentLocation().getCharOffset()));
        }
    }
}
