package org.consentledger.query.report.overview;

import org.consentledger.query.report.wording.Wording;

/**
 * An overview for people.
 *
 * @param of what it shows
 * @param say how it is written
 */
record OverviewPage(Overview of, Wording say) {

    /** The largest number of consents to a purpose in force at the end of a part; the longest bar. */
    public long mostInForce(Overview.PurposeOverview purpose) {
        return purpose.parts().stream().mapToLong(ConsentFigures::inForce).max().orElse(0);
    }

    /** The largest number of transfers sent in a part; the longest bar. */
    public long mostSent() {
        return of.timeline().stream()
                .mapToLong(part -> part.transfers().sent())
                .max()
                .orElse(0);
    }
}
