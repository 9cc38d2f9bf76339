package org.consentledger.query.report.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consentledger.query.report.document.Csv;
import org.consentledger.query.report.transfers.TransferFigures;
import org.jspecify.annotations.Nullable;

/** An overview as one long table: a figure in each line, with what it is of. */
final class OverviewTable {

    private static final List<String> HEADINGS = List.of("table", "key", "from", "to", "figure", "value");

    private final Overview overview;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private OverviewTable(Overview overview) {
        this.overview = overview;
    }

    static String of(Overview overview) {
        var table = new OverviewTable(overview);
        table.fill();
        return Csv.of(HEADINGS, table.rows);
    }

    private void fill() {
        for (var purpose : overview.consents()) {
            purpose.parts().forEach(part -> consents(purpose.purpose(), part));
        }
        for (var part : overview.timeline()) {
            transfers("transfers", "", part.from(), part.to(), part.transfers());
        }
        overview.byClass().forEach(row -> transfers("transfersByClass", row.recipientClass(), row.transfers()));
        overview.byCountry().forEach(row -> transfers("transfersByCountry", row.country(), row.transfers()));
        overview.bySafeguard()
                .forEach(row -> whole("transfersBySafeguard", row.safeguard(), "transfers", row.transfers()));
        overview.refusals().forEach(row -> whole("refusals", row.reason(), "transfers", row.transfers()));
        overview.findings().forEach(row -> whole("findings", row.reason(), "transfers", row.transfers()));
    }

    private void consents(String purpose, ConsentFigures figures) {
        consents(purpose, figures, "given", figures.given());
        consents(purpose, figures, "refused", figures.refused());
        consents(purpose, figures, "begun", figures.begun());
        consents(purpose, figures, "revoked", figures.revoked());
        consents(purpose, figures, "endedByRefusal", figures.endedByRefusal());
        consents(purpose, figures, "expired", figures.expired());
        consents(purpose, figures, "outdated", figures.outdated());
        consents(purpose, figures, "erased", figures.erased());
        consents(purpose, figures, "inForceBefore", figures.inForceBefore());
        consents(purpose, figures, "inForce", figures.inForce());
    }

    private void consents(String purpose, ConsentFigures figures, String figure, long value) {
        add("consents", purpose, figures.from(), figures.to(), figure, value);
    }

    private void transfers(String table, @Nullable Object key, TransferFigures figures) {
        transfers(table, key, overview.from(), overview.to(), figures);
    }

    private void transfers(String table, @Nullable Object key, Instant from, Instant to, TransferFigures figures) {
        add(table, key, from, to, "permitted", figures.permitted());
        add(table, key, from, to, "reported", figures.reported());
        add(table, key, from, to, "withFindings", figures.withFindings());
        add(table, key, from, to, "refused", figures.refused());
    }

    private void whole(String table, Object key, String figure, long value) {
        add(table, key, overview.from(), overview.to(), figure, value);
    }

    private void add(
            String table, @Nullable Object key, Instant from, Instant to, String figure, @Nullable Object value) {
        rows.add(Arrays.<@Nullable Object>asList(table, key, from, to, figure, value));
    }
}
