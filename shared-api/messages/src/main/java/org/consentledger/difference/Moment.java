package org.consentledger.difference;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Basis;
import org.consentledger.notice.Purpose;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.Timeline;

/**
 * A moment in both times: a world time, and what the ledger knew at a point of its own time.
 *
 * @param timeline every fact of the subject that was known
 * @param catalogue the notices that were known
 * @param asOf world time, UTC
 */
public record Moment(Timeline timeline, Catalogue catalogue, Instant asOf) {

    /**
     * How the subject stood: first to the purposes that they spoke of, then to those of the notices in force that rest on
     * consent and that they did not speak of, each by code.
     */
    public List<ConsentStatus> consents() {
        var spokenOf = timeline.purposesSpokenOf(asOf);
        var others = new TreeSet<String>();
        catalogue.inForce(asOf).stream()
                .flatMap(notice -> notice.purposes().stream())
                .filter(purpose -> purpose.basis() == Basis.CONSENT)
                .map(Purpose::purpose)
                .filter(purpose -> !spokenOf.contains(purpose))
                .forEach(others::add);
        return Stream.concat(spokenOf.stream(), others.stream())
                .map(this::consent)
                .toList();
    }

    /** The objections that stood, by purpose. */
    public List<ObjectionFact.Objected> objections() {
        return timeline.standingObjections(asOf);
    }

    /** Whether the subject was erased by then. */
    public boolean isErased() {
        return timeline.isErasedAt(asOf);
    }

    ConsentStatus consent(String purpose) {
        return timeline.consent(purpose, asOf, catalogue::askedAgainAt);
    }

    boolean objects(String purpose) {
        return timeline.objection(purpose, asOf).isPresent();
    }

    /** The same knowledge at another world time. */
    Moment at(Instant other) {
        return new Moment(timeline, catalogue, other);
    }
}
