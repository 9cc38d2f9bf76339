package org.consentledger.query.report.overview;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.consentledger.query.language.Language;
import org.consentledger.query.report.overview.Overview.ReasonFigures;
import org.consentledger.query.report.overview.Overview.SafeguardFigures;
import org.consentledger.query.report.period.Bucket;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.transfers.TransferFigures;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An overview in the console: with pictures, and each of them in numbers too.
 *
 * @param of what it shows
 * @param period it is about
 * @param say how shares are written
 * @param purposes the pictures of consents, by purpose code
 * @param transfers their picture
 */
record ShownOverview(
        Overview of, Period period, Wording say, List<PurposePicture> purposes, TransferPicture transfers) {

    /** More would be narrower than a pencil's line, and more than anybody reads in a table; the CSV takes them. */
    static final int PARTS_MAX = 200;

    private static final double BAR = 200;

    static ShownOverview of(Overview overview, Period period, Language language) {
        var small = new Parts(period, language.locale(), PurposePicture.LEFT, PurposePicture.RIGHT);
        var wide = new Parts(period, language.locale(), TransferPicture.LEFT, TransferPicture.RIGHT);
        return new ShownOverview(
                overview,
                period,
                new Wording(language),
                overview.consents().stream()
                        .map(purpose -> PurposePicture.of(purpose, small))
                        .toList(),
                TransferPicture.of(overview.timeline(), wide));
    }

    /** Belongs to the period, as its end does not. */
    public Instant lastMoment() {
        return period.to().minusNanos(1);
    }

    public List<Bucket> buckets() {
        return List.of(Bucket.values());
    }

    public long inForceBefore() {
        return sum(ConsentFigures::inForceBefore);
    }

    public long inForce() {
        return sum(ConsentFigures::inForce);
    }

    public long begun() {
        return sum(ConsentFigures::begun);
    }

    public long revoked() {
        return sum(ConsentFigures::revoked);
    }

    /** Over all purposes; null if no consent was ever in force. */
    public @Nullable Double revocationRate() {
        return ConsentFigures.rate(revoked(), inForceBefore(), begun());
    }

    private long sum(ToLongFunction<ConsentFigures> figure) {
        return of.consents().stream()
                .map(Overview.PurposeOverview::whole)
                .mapToLong(figure)
                .sum();
    }

    public long mostByClass() {
        return most(of.byClass().stream().map(Overview.ClassFigures::transfers));
    }

    public long mostByCountry() {
        return most(of.byCountry().stream().map(Overview.CountryFigures::transfers));
    }

    private static long most(Stream<TransferFigures> figures) {
        return figures.mapToLong(TransferPicture::all).max().orElse(0);
    }

    public long mostBySafeguard() {
        return of.bySafeguard().stream()
                .mapToLong(SafeguardFigures::transfers)
                .max()
                .orElse(0);
    }

    /** The largest of some reasons. */
    public long mostOf(List<ReasonFigures> reasons) {
        return reasons.stream().mapToLong(ReasonFigures::transfers).max().orElse(0);
    }

    /** A line's transfers as a bar of the table. */
    public List<TransferPicture.Piece> bar(TransferFigures figures, long most) {
        return TransferPicture.pieces(figures, most, BAR);
    }

    /** How long the bar of a number is. */
    public double length(long number, long most) {
        return most == 0 ? 0 : Parts.round(BAR * number / most);
    }

    /** How long the bar of a share is, of which 1 is all. */
    public double length(@Nullable Double share) {
        return share == null ? 0 : Parts.round(BAR * share);
    }
}
