package org.consentledger.query.consent;

import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.timeline.Timeline;

/**
 * What subjects said, as far as it was known, and how far the ledger was read for it; all from one snapshot.
 *
 * @param reached position of the last event in the projection
 * @param knowledge what the timeline rests on; never beyond {@code reached}
 */
public record KnownTimeline(Timeline timeline, long reached, Knowledge knowledge) {}
