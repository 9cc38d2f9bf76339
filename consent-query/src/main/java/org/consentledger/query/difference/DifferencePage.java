package org.consentledger.query.difference;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.consentledger.query.consent.ConsentsView;
import org.consentledger.query.difference.DifferenceView.SubjectStanding;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.transfer.TransferBetween;
import org.consentledger.query.transfer.TransferKind;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentState;
import org.jspecify.annotations.Nullable;

/** Two moments, and what lies between them. */
record DifferencePage(SubjectId subjectId, Filled filled, DifferenceView difference) {

    /** What stands in the form; null where nothing does. */
    record Filled(
            @Nullable Instant fromAsOf,
            @Nullable KnownAt fromKnownAt,
            @Nullable Instant toAsOf,
            @Nullable KnownAt toKnownAt) {

        public String fromKnownAtText() {
            return text(fromKnownAt);
        }

        public String toKnownAtText() {
            return text(toKnownAt);
        }

        private static String text(@Nullable KnownAt knownAt) {
            return switch (knownAt) {
                case KnownAt.Position position -> Long.toString(position.position());
                case KnownAt.Time time -> time.recordedBy().toString();
                case null -> "";
            };
        }
    }

    /** A purpose at both moments. */
    record Standing(String purpose, ConsentState from, ConsentState to) {

        public boolean isOther() {
            return from != to;
        }
    }

    /** Which moments these are, in one sentence. */
    public String lead() {
        return difference.sentences().getFirst();
    }

    /** What lies between them, sentence by sentence. */
    public List<String> told() {
        return difference.sentences().stream().skip(1).toList();
    }

    public List<Standing> standings() {
        var before = states(difference.from());
        var after = states(difference.to());
        var purposes = new TreeSet<>(before.keySet());
        purposes.addAll(after.keySet());
        return purposes.stream()
                .map(purpose -> new Standing(
                        purpose,
                        before.getOrDefault(purpose, ConsentState.NOT_GIVEN),
                        after.getOrDefault(purpose, ConsentState.NOT_GIVEN)))
                .toList();
    }

    private static Map<String, ConsentState> states(SubjectStanding standing) {
        return standing.consents().stream().collect(toMap(ConsentsView.Consent::purpose, ConsentsView.Consent::state));
    }

    /** How many purposes stand otherwise at the second moment. */
    public long changed() {
        return standings().stream().filter(Standing::isOther).count();
    }

    /** Whether anything was said of consents or objections. */
    public boolean hasChanges() {
        return !difference.purposes().isEmpty() || !difference.objections().isEmpty();
    }

    public TransferKind kind(TransferBetween transfer) {
        return TransferKind.of(transfer.event().type(), transfer.verdict());
    }
}
