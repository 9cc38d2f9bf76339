package org.consentledger.timeline;

import java.time.Instant;

/** Something the subject said, at its place in world time. */
public sealed interface Fact permits ConsentFact, ObjectionFact {

    String purpose();

    /** World time, UTC. */
    Instant at();

    /** The event that recorded it. */
    String eventId();
}
