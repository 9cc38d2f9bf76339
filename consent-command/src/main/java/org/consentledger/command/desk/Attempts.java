package org.consentledger.command.desk;

import java.time.Duration;
import java.util.function.Supplier;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.coalescing.OverloadedException;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Tries a command again when another one on the same stream, or a change of the catalogue, got in between. Only
 * conflicts are tried again: they left nothing behind.
 */
final class Attempts {

    private static final RetryPolicy WHEN_ANOTHER_WAS_FASTER = RetryPolicy.builder()
            .includes(ConcurrencyException.class, AggregateStreamCreationException.class)
            .maxRetries(30)
            .timeout(Duration.ofSeconds(10))
            .delay(Duration.ofMillis(2))
            .multiplier(1.5)
            .maxDelay(Duration.ofMillis(100))
            .jitter(Duration.ofMillis(2))
            .build();

    private final RetryTemplate retries = new RetryTemplate(WHEN_ANOTHER_WAS_FASTER);

    /** @throws LedgerBusyException if others were faster every time, kept the stream too long, or are too many */
    Answer until(Supplier<Answer> attempt) {
        try {
            return retries.execute(attempt::get);
        } catch (RetryException e) {
            throw switch (e.getCause()) {
                case ConcurrencyException conflict -> new LedgerBusyException(conflict);
                case AggregateStreamCreationException conflict -> new LedgerBusyException(conflict);
                case LockAcquisitionFailedException locked -> new LedgerBusyException(locked);
                case OverloadedException overloaded -> new LedgerBusyException(overloaded);
                case RuntimeException other -> other;
                default -> new IllegalStateException(e.getCause());
            };
        }
    }
}
