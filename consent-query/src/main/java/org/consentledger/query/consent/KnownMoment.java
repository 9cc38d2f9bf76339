package org.consentledger.query.consent;

import java.time.Instant;
import org.consentledger.difference.Moment;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.subject.KnownSubject;

/**
 * How a subject stood at a world time, as far as it was known.
 *
 * @param subject whom it is about
 * @param reached position of the last event that was read; not all of them may count
 * @param knowledge what counts
 */
public record KnownMoment(KnownSubject subject, Moment moment, long reached, Knowledge knowledge) {

    /** The same knowledge at another world time. */
    public KnownMoment at(Instant asOf) {
        return new KnownMoment(subject, new Moment(moment.timeline(), moment.catalogue(), asOf), reached, knowledge);
    }
}
