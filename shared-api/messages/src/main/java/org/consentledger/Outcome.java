package org.consentledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a decision comes to: facts to record, or the reason why nothing is recorded. */
public sealed interface Outcome<E extends LedgerEvent> {

    /**
     * The facts that are to stand in the ledger, in order. Saying one twice in the same breath says it once, and those
     * that the ledger holds already are not recorded again.
     */
    record Accepted<E extends LedgerEvent>(List<E> events) implements Outcome<E> {
        public Accepted {
            events = events.stream().distinct().toList();
        }
    }

    /** Nothing is recorded. */
    record Rejected<E extends LedgerEvent>(Rejection rejection) implements Outcome<E> {}

    /** One event for each purpose, all or none: none if something speaks against the command. */
    static <E extends LedgerEvent> Outcome<E> unless(
            Optional<Rejection> rejection, List<String> purposes, Function<String, ? extends E> event) {
        return rejection
                .<Outcome<E>>map(Rejected::new)
                .orElseGet(() -> new Accepted<>(purposes.stream().<E>map(event).toList()));
    }

    static <E extends LedgerEvent> Outcome<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends LedgerEvent> Outcome<E> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends LedgerEvent> Outcome<E> rejected(RejectionCode code, String pointer, String detail) {
        return new Rejected<>(new Rejection(code, pointer, detail));
    }
}
