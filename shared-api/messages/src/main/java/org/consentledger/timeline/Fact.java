package org.consentledger.timeline;

import java.time.Instant;

/** Something the subject said, at its place in world time. */
public interface Fact {

    String purpose();

    /** World time, UTC. */
    Instant at();

    /** The event that recorded it. */
    String eventId();
}
