package org.consentledger.query.recipient;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.RecipientLink;
import org.consentledger.query.language.Language;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.PositionCursor;
import org.consentledger.query.transfer.TransferFilter;
import org.consentledger.query.transfer.TransferKind;
import org.consentledger.query.transfer.TransferTallies;
import org.consentledger.query.transfer.TransferTallies.Tally;
import org.consentledger.query.transfer.Transfers;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the recipients' pages show. */
@Component
class ShownRecipients {

    private static final String LIST = "recipient-page";
    private static final int TRANSFERS = 25;

    private final CatalogueReader catalogue;
    private final LegalRegister register;
    private final TransferTallies counts;
    private final Transfers transfers;
    private final List<RecipientLink> links;
    private final Clock clock;

    ShownRecipients(
            CatalogueReader catalogue,
            LegalRegister register,
            TransferTallies counts,
            Transfers transfers,
            ObjectProvider<RecipientLink> links,
            Clock clock) {
        this.catalogue = catalogue;
        this.register = register;
        this.counts = counts;
        this.transfers = transfers;
        this.links = links.stream().sorted().toList();
        this.clock = clock;
    }

    RecipientsPage all() {
        var now = clock.instant();
        var known = catalogue.current();
        var tallies = counts.byRecipient(RecipientPages.everything()).stream().collect(toMap(Tally::key, identity()));
        var lines = known.recipients().values().stream()
                .sorted(Comparator.comparing(Recipient::recipient))
                .map(recipient -> line(known, recipient, tallies.get(recipient.recipient()), now))
                .toList();
        return new RecipientsPage(now, lines, countries(known, List.copyOf(tallies.values())));
    }

    private RecipientsPage.Line line(Catalogue known, Recipient recipient, @Nullable Tally tally, Instant now) {
        var isHome = isHome(known, recipient, now);
        return new RecipientsPage.Line(recipient, isHome, safeguards(recipient, isHome), tally);
    }

    RecipientPage one(String code, TransferFilter filter, Days days, @Nullable String cursor, Language language) {
        var known = catalogue.current();
        var recipient = known.recipient(code).orElseThrow(() -> Missing.because(ProblemCode.RECIPIENT_UNKNOWN));
        var now = clock.instant();
        var isHome = isHome(known, recipient, now);
        var upTo = cursor == null ? Long.MAX_VALUE : PositionCursor.after(cursor, LIST) - 1;
        var page = Page.of(transfers.newest(filter, upTo, TRANSFERS + 1), TRANSFERS);
        return new RecipientPage(
                recipient,
                now,
                isHome,
                safeguards(recipient, isHome),
                filter,
                days,
                counts.byPurpose(of(code)).stream().map(Tally::key).toList(),
                counts.byPurpose(filter),
                chart(filter, language),
                page,
                page.more()
                        ? PositionCursor.at(LIST, page.items().getLast().position())
                                .encode()
                        : null,
                links);
    }

    private static TransferFilter of(String recipient) {
        return new TransferFilter(null, recipient, null, null, null, false, null, null, null, null);
    }

    private Chart chart(TransferFilter filter, Language language) {
        var span = counts.span(filter);
        var unit = span.first() == null || span.last() == null
                ? TransferTallies.TimeUnit.DAY
                : Chart.unit(span.first(), span.last());
        return Chart.of(counts.byTime(filter, unit), unit, language.locale());
    }

    private List<SafeguardSpan> safeguards(Recipient recipient, boolean isHome) {
        var recorded =
                recipient.safeguards().stream().map(safeguard -> SafeguardSpan.of(safeguard, recipient, register));
        var isRecorded =
                recipient.safeguards().stream().anyMatch(safeguard -> safeguard.kind() == SafeguardKind.ADEQUACY);
        var unrecorded = isHome || isRecorded
                ? Stream.<SafeguardSpan>empty()
                : register.adequacyDecisions(recipient.country()).stream().map(SafeguardSpan::of);
        return Stream.concat(recorded, unrecorded)
                .sorted(Comparator.comparing(SafeguardSpan::from))
                .toList();
    }

    /** By every notice in force. */
    private boolean isHome(Catalogue known, Recipient recipient, Instant now) {
        var inForce = known.inForce(now);
        return !inForce.isEmpty()
                && inForce.stream().allMatch(notice -> register.isWithin(notice.homeArea(), recipient.country(), now));
    }

    private static List<RecipientsPage.Country> countries(Catalogue known, List<Tally> tallies) {
        var byCountry = tallies.stream()
                .collect(groupingBy(
                        tally -> known.recipient(tally.key())
                                .map(Recipient::country)
                                .orElse(""),
                        TreeMap::new,
                        toList()));
        var highest = byCountry.values().stream()
                .mapToLong(ShownRecipients::total)
                .max()
                .orElse(1);
        return byCountry.entrySet().stream()
                .map(entry -> country(entry.getKey(), entry.getValue(), highest))
                .sorted(Comparator.comparingLong(RecipientsPage.Country::total).reversed())
                .toList();
    }

    private static RecipientsPage.Country country(String code, List<Tally> tallies, long highest) {
        var numbers = new EnumMap<TransferKind, Long>(TransferKind.class);
        for (var kind : TransferKind.values()) {
            numbers.put(
                    kind,
                    tallies.stream().mapToLong(tally -> tally.number(kind)).sum());
        }
        var total = total(tallies);
        return new RecipientsPage.Country(code, tallies.size(), numbers, total, Math.max(1, 100 * total / highest));
    }

    private static long total(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::total).sum();
    }
}
