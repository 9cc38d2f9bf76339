package org.consentledger.standalone.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Whether two JSON values say the same: a time is the moment it names, whatever its offset; a number is its value. */
final class Agreement {

    private Agreement() {}

    static boolean between(JsonNode expected, JsonNode actual) {
        if (expected.isString() && actual.isString()) {
            var moment = moment(expected.asString());
            return expected.equals(actual) || (moment.isPresent() && moment.equals(moment(actual.asString())));
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isArray() && actual.isArray()) {
            return expected.size() == actual.size()
                    && IntStream.range(0, expected.size()).allMatch(i -> between(expected.get(i), actual.get(i)));
        }
        return expected.equals(actual);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
