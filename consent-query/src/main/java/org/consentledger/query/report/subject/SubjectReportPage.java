package org.consentledger.query.report.subject;

import java.util.List;
import org.consentledger.query.report.subject.SubjectReport.ReportedTransfer;
import org.consentledger.query.report.wording.Wording;

/**
 * A subject's report for people.
 *
 * @param of what it shows
 * @param say how it is written
 */
record SubjectReportPage(SubjectReport of, Wording say) {

    /** Transfers that happened, as far as the ledger was told. */
    public List<ReportedTransfer> sent() {
        return of.transfers().listed().stream().filter(ReportedTransfer::isSent).toList();
    }

    /** Transfers that were refused before they could happen. */
    public List<ReportedTransfer> refused() {
        return of.transfers().listed().stream()
                .filter(transfer -> !transfer.isSent())
                .toList();
    }
}
