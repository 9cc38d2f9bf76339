package org.consentledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Looks into what a rule decided. */
public final class Decided {

    private Decided() {}

    /** The facts that were accepted; fails if there was a rejection. */
    public static <E extends LedgerEvent> List<E> accepted(Outcome<E> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<E>(var events) -> events;
            case Outcome.Rejected<E>(var rejection) -> throw new AssertionError("rejected: " + rejection);
        };
    }

    /** Demands a rejection of that code that points to that field and says why. */
    public static void assertRejected(Outcome<?> outcome, RejectionCode code, String pointer) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        var rejection = ((Outcome.Rejected<?>) outcome).rejection();
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.pointer()).isEqualTo(pointer);
        assertThat(rejection.detail()).isNotBlank().doesNotContain(Example.SUBJECT);
    }
}
