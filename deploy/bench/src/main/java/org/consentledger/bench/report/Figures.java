package org.consentledger.bench.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What was measured, by names such as {@code commands.ledger}; in the file a dot opens a level. */
public final class Figures {

    private final Map<String, Object> values = Collections.synchronizedMap(new TreeMap<>());

    public void put(String name, double value) {
        values.put(name, value);
    }

    public void put(String name, String value) {
        values.put(name, value);
    }

    public void put(String name, List<Double> values) {
        this.values.put(name, List.copyOf(values));
    }

    public OptionalDouble number(String name) {
        return values.get(name) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** How many times as large as another; nothing if one of the two was not measured. */
    public void putRatio(String name, String dividend, String divisor) {
        var above = number(dividend);
        var below = number(divisor);
        if (above.isPresent() && below.isPresent()) {
            put(name, above.getAsDouble() / below.getAsDouble());
        }
    }

    Map<String, Object> all() {
        return new TreeMap<>(values);
    }
}
