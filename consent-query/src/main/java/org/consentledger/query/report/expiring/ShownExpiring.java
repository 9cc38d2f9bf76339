package org.consentledger.query.report.expiring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.query.paging.Page;
import org.consentledger.query.report.expiring.Expiring.ExpiringCount;
import org.consentledger.recipient.SafeguardKind;
import org.jspecify.annotations.Nullable;

/**
 * What ends soon, in the console.
 *
 * @param of what it shows
 * @param days how many were asked about
 * @param endings of safeguards, of what they rest on, and notices that ask again; the soonest first
 * @param next cursor to the consents behind those of this page; null if there are none
 */
record ShownExpiring(
        Expiring of,
        int days,
        List<Ending> endings,
        @Nullable String next) {

    /** How many consents a file takes. */
    private static final int FILE_MAX = Page.LIMIT_MAX;

    private static final List<Integer> USUAL_DAYS = List.of(30, 90, 365);

    /** What comes to an end, or comes into force to end something else. */
    enum What {
        SAFEGUARD,
        FRAMEWORK,
        ADEQUACY_DECISION,
        NOTICE
    }

    /**
     * One of them.
     *
     * @param kind of the safeguard; null for a notice
     * @param name the framework's code, the country of the adequacy decision, or the notice's code; null for other safeguards
     * @param version of the notice; null for what is none
     * @param reference of the recipient's document, or the citation of the law; null for a notice
     * @param recipients whom it concerns, by code
     */
    record Ending(
            Instant at,
            What what,
            @Nullable SafeguardKind kind,
            @Nullable String name,
            @Nullable String version,
            @Nullable String reference,
            List<String> recipients) {}

    static ShownExpiring of(ExpiringReports.Made made, int days) {
        var report = made.report();
        var next = made.page().more()
                ? made.page().items().getLast().mark().cursor().encode()
                : null;
        return new ShownExpiring(report, days, endings(report), next);
    }

    private static List<Ending> endings(Expiring report) {
        var safeguards = report.safeguards().stream()
                .map(safeguard -> new Ending(
                        safeguard.endsAt(),
                        What.SAFEGUARD,
                        safeguard.kind(),
                        safeguard.framework(),
                        null,
                        safeguard.reference(),
                        List.of(safeguard.recipient())));
        var foundations = report.foundations().stream()
                .map(foundation -> new Ending(
                        foundation.endsAt(),
                        foundation.kind() == SafeguardKind.ADEQUACY ? What.ADEQUACY_DECISION : What.FRAMEWORK,
                        foundation.kind(),
                        foundation.code(),
                        null,
                        foundation.source(),
                        foundation.recipients()));
        var notices = report.notices().stream()
                .map(notice -> new Ending(
                        notice.effectiveFrom(), What.NOTICE, null, notice.notice(), notice.version(), null, List.of()));
        return Stream.of(safeguards, foundations, notices)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Ending::at))
                .toList();
    }

    public List<Integer> usualDays() {
        return USUAL_DAYS;
    }

    /** How many days are left, begun ones included. */
    public long daysUntil(Instant end) {
        return Math.ceilDiv(
                Duration.between(of.asOf(), end).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    /** All consents that end, whatever page is shown. */
    public long consents() {
        return of.consentsByPurpose().stream()
                .mapToLong(ExpiringCount::consents)
                .sum();
    }

    /** Whether a file leaves consents out. */
    public boolean isMoreThanAFile() {
        return consents() > FILE_MAX;
    }

    public int fileMax() {
        return FILE_MAX;
    }

    /** The largest number of consents to one purpose; the longest bar. */
    public long most() {
        return of.consentsByPurpose().stream()
                .mapToLong(ExpiringCount::consents)
                .max()
                .orElse(0);
    }
}
