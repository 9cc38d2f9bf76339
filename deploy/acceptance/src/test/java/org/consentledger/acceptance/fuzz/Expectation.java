package org.consentledger.acceptance.fuzz;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must come back. */
sealed interface Expectation {

    /**
     * A problem that names one thing and nothing else.
     *
     * @param member of a fault: pointer, parameter or header
     */
    record Named(String member, String name) implements Expectation {

        static Named pointer(String pointer) {
            return new Named("pointer", pointer);
        }

        static Named of(Parameter parameter) {
            return new Named(parameter.place() == Parameter.Place.HEADER ? "header" : "parameter", parameter.name());
        }
    }

    /** A problem of the whole request, with one of these codes. */
    record TurnedAway(Set<String> codes) implements Expectation {

        static TurnedAway as(String... codes) {
            return new TurnedAway(Set.of(codes));
        }
    }

    /**
     * Nothing is wrong with it that its schema knows, however odd it looks.
     *
     * @param statuses one of these
     * @param odd what a problem names, if there is one that the schema does not know
     */
    record Answered(Set<Integer> statuses, @Nullable Named odd) implements Expectation {

        static Answered with(Integer... statuses) {
            return new Answered(Set.of(statuses), null);
        }

        Answered naming(Parameter parameter) {
            return new Answered(statuses, Named.of(parameter));
        }
    }

    /** It breaks HTTP itself: a problem, or an end of the connection. Alone on its connection. */
    record Broken() implements Expectation {}
}
