package org.consentledger.ledger.serial;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ObjectionFact;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form in which events are stored. Strict both ways: every component of a record is written, nulls included,
 * and a stored event with a component too many or too few does not load. A change of a record is therefore a new
 * revision with an upcaster, never a silent default.
 */
public final class LedgerJson {

    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private LedgerJson() {}

    /** Times are ISO-8601 in UTC, enums their names, properties in the order of the record. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addMixIn(SubjectId.class, AsString.class)
                .addMixIn(SubjectEvent.class, EventForm.Open.class)
                .addMixIn(PersonalData.class, EventForm.Sparse.class)
                .addMixIn(ConsentFact.class, TimelineMixIns.Consent.class)
                .addMixIn(ObjectionFact.class, TimelineMixIns.Objection.class)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    /** A record of one string, written as that string. */
    private abstract static class AsString {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsString(String ignored) {}

        @JsonValue
        abstract String value();
    }
}
