package org.consentledger.command.stream;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    /** Long, because a waiter that tries again goes to the end of the queue. */
    private static final int LOCK_ATTEMPT_MS = 1_000;

    /** Three seconds in all: after that the caller is told to come back rather than kept waiting. */
    private static final int LOCK_ATTEMPTS_MAX = 3;

    @Bean
    CommandTargetResolver streamTarget() {
        return new StreamTarget();
    }

    @Bean
    LockFactory streamLocks() {
        return PessimisticLockFactory.builder()
                .lockAttemptTimeout(LOCK_ATTEMPT_MS)
                .acquireAttempts(LOCK_ATTEMPTS_MAX)
                .build();
    }

    @Bean
    Recording recording(LedgerReader ledger) {
        return new Recording(ledger::latestAbout);
    }
}
