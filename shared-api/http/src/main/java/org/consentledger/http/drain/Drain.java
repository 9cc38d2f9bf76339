package org.consentledger.http.drain;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Holds a stop up until nobody sends anything here any more. Readiness is down by then (Spring Boot takes it down before it
 * tells anybody else), and nothing has been stopped yet.
 */
final class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final ApplicationContext service;
    private final Duration delay;
    private volatile boolean isUnderWay;

    Drain(ApplicationContext service, Duration delay) {
        this.service = service;
        this.delay = delay;
    }

    /** Whether the service is about to stop, though it still answers. */
    boolean isUnderWay() {
        return isUnderWay;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (!event.getApplicationContext().equals(service)) {
            return;
        }
        isUnderWay = true;
        if (delay.isZero()) {
            return;
        }
        LOG.info("told to stop: not ready any more, and answering for another {} ms", delay.toMillis());
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
