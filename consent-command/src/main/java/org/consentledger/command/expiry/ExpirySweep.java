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
 * of its own, so it is recorded once.
 */
class ExpirySweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);
    private static final int BATCH = 200;

    private final ConsentsDue due;
    private final CommandDesk desk;
    private final Clock clock;

    ExpirySweep(ConsentsDue due, CommandDesk desk, Clock clock) {
        this.due = due;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${command.expiry-interval}")
    void sweep() {
        due.at(clock.instant(), BATCH).forEach(this::expire);
    }

    /** One that fails stays due and is tried at the next sweep; the others go on. */
    private void expire(ExpireConsent command) {
        try {
            desk.submit(new Submission("expire-consent", key(command), "", command));
            due.done(command);
        } catch (RuntimeException e) {
            LOG.warn("the expiry of consent {} is not noted yet", command.consentEventId(), e);
        }
    }

    /** No caller's key holds a space. */
    private static String key(ExpireConsent command) {
        return "expiry " + command.consentEventId();
    }
}
