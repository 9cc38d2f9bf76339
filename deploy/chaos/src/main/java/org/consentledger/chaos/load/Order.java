package org.consentledger.chaos.load;

import org.jspecify.annotations.Nullable;

/**
 * A command that a caller wants to have recorded.
 *
 * @param number of its own; stands in its content, see {@link Marker}
 * @param body JSON, the same at every attempt
 * @param key its Idempotency-Key; null if it relies on being the same at every attempt
 * @param events how many it is to record
 * @param kind what is special about it
 */
public record Order(
        long number, String command, String body, @Nullable String key, int events, Kind kind) {

    /** What is special about an order. */
    public enum Kind {
        PLAIN,
        /** A consent that ends by itself while the test runs, and is the only one of its subject. */
        SHORT_LIVED,
        /** No node may take it. */
        WRONG
    }
}
