package org.consentledger.command.expiry;

import java.time.Clock;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.Submission;
import org.consentledger.consent.ExpireConsent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Notes expired consents soon after their time. Any number of nodes may sweep at once: each expiry goes in under a key
 * of its own, so it is recorded once. Nothing that fails is given up.
 */
class ExpirySweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);

    /** Under which name the service gives itself the command. */
    static final String COMMAND = "expire-consent";

    private static final int BATCH = 200;

    private final ConsentsDue due;
    private final CommandDesk desk;
    private final Clock clock;
    private volatile boolean isReachable = true;

    ExpirySweep(ConsentsDue due, CommandDesk desk, Clock clock) {
        this.due = due;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${command.expiry-interval}")
    void sweep() {
        try {
            due.at(clock.instant(), BATCH).forEach(this::expire);
            isReachable = true;
        } catch (RuntimeException e) {
            if (isReachable) {
                LOG.warn(
                        "expired consents cannot be looked for; trying on: {}",
                        e.getClass().getName());
            }
            isReachable = false;
        }
    }

    /**
     * What the desk accepts is either recorded or superseded for good. What it rejects is not due by the clock it was
     * decided by; that and every failure waits for another turn, and the others go on.
     *
     * @throws RuntimeException if the database cannot be reached: then no other has a chance either
     */
    private void expire(ExpireConsent command) {
        try {
            desk.submit(new Submission(COMMAND, Submission.THE_SERVICE, key(command), "", subjects -> command));
        } catch (RuntimeException e) {
            due.postpone(command, clock.instant());
            LOG.warn(
                    "the expiry of consent {} is not noted yet: {}",
                    command.consentEventId(),
                    e.getClass().getName());
            return;
        }
        due.done(command);
    }

    /** No caller's key holds a space. */
    private static String key(ExpireConsent command) {
        return "expiry " + command.consentEventId();
    }
}
