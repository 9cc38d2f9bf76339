package org.consentledger.query.report.recipient;

import org.consentledger.query.report.wording.Wording;

/**
 * A recipient's report for people.
 *
 * @param of what it shows
 * @param say how it is written
 */
record RecipientReportPage(RecipientReport of, Wording say) {

    /** The largest number of transfers sent in a part of the period; the longest bar. */
    public long mostSent() {
        return of.timeline().stream()
                .mapToLong(part -> part.transfers().sent())
                .max()
                .orElse(0);
    }
}
