package org.consentledger.query.report.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.query.report.period.Period;

/** Counts what became of the consents to one purpose, in each part of a period. */
final class Tally {

    private final Period period;
    private final long[] given;
    private final long[] refused;
    private final long[] begun;
    private final Map<Ending, long[]> ended = new EnumMap<>(Ending.class);
    private long inForceBefore;

    Tally(Period period) {
        this.period = period;
        this.given = new long[period.size()];
        this.refused = new long[period.size()];
        this.begun = new long[period.size()];
        for (var ending : Ending.values()) {
            ended.put(ending, new long[period.size()]);
        }
    }

    void inForceBefore() {
        inForceBefore++;
    }

    void given(int part) {
        given[part]++;
    }

    void refused(int part) {
        refused[part]++;
    }

    void begun(int part) {
        begun[part]++;
    }

    void ended(int part, Ending ending) {
        Objects.requireNonNull(ended.get(ending))[part]++;
    }

    /** One for each part, in order of time. */
    List<ConsentFigures> parts() {
        var parts = new ArrayList<ConsentFigures>();
        var before = inForceBefore;
        for (var part = 0; part < period.size(); part++) {
            var figures = figures(part, before);
            before = figures.inForce();
            parts.add(figures);
        }
        return parts;
    }

    private ConsentFigures figures(int part, long before) {
        var inForce = before + begun[part];
        for (var ending : ended.values()) {
            inForce -= ending[part];
        }
        return new ConsentFigures(
                period.bounds().get(part),
                period.end(part),
                given[part],
                refused[part],
                begun[part],
                ended(Ending.REVOKED, part),
                ended(Ending.REFUSED, part),
                ended(Ending.EXPIRED, part),
                ended(Ending.OUTDATED, part),
                ended(Ending.ERASED, part),
                before,
                inForce,
                ConsentFigures.rate(ended(Ending.REVOKED, part), before, begun[part]));
    }

    private long ended(Ending ending, int part) {
        return Objects.requireNonNull(ended.get(ending))[part];
    }

    /** The whole period. */
    ConsentFigures whole() {
        return parts().stream().reduce(Tally::joined).orElseThrow();
    }

    private static ConsentFigures joined(ConsentFigures one, ConsentFigures next) {
        var begun = one.begun() + next.begun();
        var revoked = one.revoked() + next.revoked();
        return new ConsentFigures(
                one.from(),
                next.to(),
                one.given() + next.given(),
                one.refused() + next.refused(),
                begun,
                revoked,
                one.endedByRefusal() + next.endedByRefusal(),
                one.expired() + next.expired(),
                one.outdated() + next.outdated(),
                one.erased() + next.erased(),
                one.inForceBefore(),
                next.inForce(),
                ConsentFigures.rate(revoked, one.inForceBefore(), begun));
    }
}
