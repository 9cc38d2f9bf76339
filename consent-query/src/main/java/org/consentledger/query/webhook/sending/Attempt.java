package org.consentledger.query.webhook.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was sent once. */
public sealed interface Attempt {

    /** The receiver has it: 2xx. */
    record Delivered() implements Attempt {}

    /** It does not have it. */
    sealed interface Failed extends Attempt {

        Failure failure();

        /** The HTTP status; null without an answer. */
        @Nullable Integer status();
    }

    /**
     * Worth another attempt.
     *
     * @param notBefore for how long the receiver wants to be left alone ({@code Retry-After}); null if it does not say
     */
    record Postponed(
            Failure failure,
            @Nullable Integer status,
            @Nullable Duration notBefore) implements Failed {}

    /** The receiver does not take this message, and would not the next time. */
    record Refused(Integer status) implements Failed {

        @Override
        public Failure failure() {
            return Failure.ANSWERED;
        }
    }

    /** The receiver wants nothing any more: 410. */
    record Gone() implements Failed {

        static final int STATUS = 410;

        @Override
        public Failure failure() {
            return Failure.ANSWERED;
        }

        @Override
        public Integer status() {
            return STATUS;
        }
    }
}
