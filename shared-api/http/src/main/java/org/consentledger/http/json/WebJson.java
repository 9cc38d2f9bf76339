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

    /**
     * What reading gives up at, before anything is made of it. The deepest body of the contract, a notice, is 4 deep, its
     * longest name has 18 characters, its longest text 500, and the only number is a position; the longest list of purposes that
     * could be written is 23,700 tokens.
     */
    public static final StreamReadConstraints READING = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxTokenCount(32_768)
            .maxNameLength(128)
            .maxStringLength(8_192)
            .maxNumberLength(32)
            .build();

    private WebJson() {}

    public static JsonMapper mapper() {
        return configure(JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(READING).build()))
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
