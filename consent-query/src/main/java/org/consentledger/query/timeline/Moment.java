package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.List;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ObjectionFact;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stood at one moment of world time, as far as it was known; and the picture around that moment.
 *
 * @param now when it was asked, UTC
 * @param asOf world time, UTC
 * @param erasedAt world time of the erasure, if it was known, UTC; null if not erased
 * @param consents to purposes that the subject spoke of, then to others that rest on consent
 * @param evidence of what the subject said, the newest first
 * @param evidenceLeft how many earlier words are not shown
 */
record Moment(
        Instant now,
        Instant asOf,
        @Nullable Instant erasedAt,
        Picture picture,
        List<ConsentStatus> consents,
        List<ObjectionFact.Objected> objections,
        List<EvidenceRow> evidence,
        int evidenceLeft) {}
