package org.consentledger.query.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consentledger.timeline.Renewal;

/**
 * Remembers when notices ask again, for whoever asks for the same few versions a million times. The first time at which a version
 * was asked for again does not depend on the moment of the question, but for questions before it.
 */
public final class KeptRenewal implements Renewal {

    private record Version(String notice, String version) {}

    private final Renewal renewal;
    private final Map<Version, Optional<Instant>> first = new HashMap<>();

    public KeptRenewal(Renewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public Optional<Instant> askedAgainAt(String notice, String noticeVersion, Instant asOf) {
        return first.computeIfAbsent(
                        new Version(notice, noticeVersion),
                        version -> renewal.askedAgainAt(notice, noticeVersion, Instant.MAX))
                .filter(at -> !at.isAfter(asOf));
    }
}
