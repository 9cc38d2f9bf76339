package org.consentledger.timeline;

import java.time.Instant;
import java.util.Optional;

/** Knows which consents a later notice version asks for again. */
@FunctionalInterface
public interface Renewal {

    /** For questions to which no notice matters. */
    Renewal NEVER = (notice, noticeVersion, asOf) -> Optional.empty();

    /**
     * When the controller asked again.
     *
     * @param asOf world time of the question, UTC
     * @return when consents under that version ceased to count, UTC; empty while they count
     */
    Optional<Instant> askedAgainAt(String notice, String noticeVersion, Instant asOf);
}
