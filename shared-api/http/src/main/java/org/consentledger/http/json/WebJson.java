package org.consentledger.http.json;

import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON as callers see it. Reading is strict: unknown and doubled fields, text after the end, and values that would have to
 * be converted are errors. Properties are written in the order of the record, nulls included.
 */
public final class WebJson {

    /** Deeper than any request of the contract. */
    private static final int NESTING_MAX = 32;

    private WebJson() {}

    public static JsonMapper mapper() {
        return configure(JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(NESTING_MAX)
                                .build())
                        .build()))
                .build();
    }

    private static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(new SimpleModule("consent-ledger-web")
                        .addDeserializer(Instant.class, new MomentReader())
                        .addSerializer(Instant.class, new MomentWriter())
                        .addDeserializer(String.class, new TextReader())
                        .setDeserializerModifier(new ConstantReaders()))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}
