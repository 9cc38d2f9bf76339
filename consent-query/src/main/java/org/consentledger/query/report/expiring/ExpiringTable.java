package org.consentledger.query.report.expiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consentledger.query.report.document.Csv;
import org.jspecify.annotations.Nullable;

/** What ends soon as one table, whatever it is. */
final class ExpiringTable {

    private static final List<String> HEADINGS =
            List.of("endsAt", "what", "kind", "recipient", "subjectId", "purpose", "reference", "eventId");

    private ExpiringTable() {}

    static String of(Expiring report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        report.safeguards()
                .forEach(s -> rows.add(
                        row(s.endsAt(), "safeguard", s.kind(), s.recipient(), null, null, s.reference(), null)));
        report.foundations()
                .forEach(f -> rows.add(row(
                        f.endsAt(),
                        "foundation",
                        f.kind(),
                        String.join(" ", f.recipients()),
                        null,
                        null,
                        f.code() + ": " + f.source(),
                        null)));
        report.notices()
                .forEach(n -> rows.add(row(
                        n.effectiveFrom(),
                        "noticeAskingAgain",
                        null,
                        null,
                        null,
                        null,
                        n.notice() + " " + n.version(),
                        null)));
        report.consents()
                .forEach(c -> rows.add(
                        row(c.endsAt(), "consent", c.as(), null, c.subjectId(), c.purpose(), null, c.eventId())));
        return Csv.of(HEADINGS, rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
