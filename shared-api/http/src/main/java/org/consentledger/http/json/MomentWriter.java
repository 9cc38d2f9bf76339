package org.consentledger.http.json;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes times in UTC, to the microsecond. */
final class MomentWriter extends StdScalarSerializer<Instant> {

    MomentWriter() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator generator, SerializationContext context) {
        generator.writeString(Rfc3339.format(moment));
    }
}
