package org.consentledger.query.report.overview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.query.consent.ConsentFacts;
import org.consentledger.query.consent.KeptRenewal;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.log.LogKeys;
import org.consentledger.query.log.NewestCheckpoint;
import org.consentledger.query.receipt.ControllerProperties;
import org.consentledger.query.report.Controller;
import org.consentledger.query.report.ReportPlaces;
import org.consentledger.query.report.ReportSnapshot;
import org.consentledger.query.report.overview.Overview.ClassFigures;
import org.consentledger.query.report.overview.Overview.CountryFigures;
import org.consentledger.query.report.overview.Overview.PurposeOverview;
import org.consentledger.query.report.overview.Overview.ReasonFigures;
import org.consentledger.query.report.overview.Overview.SafeguardFigures;
import org.consentledger.query.report.overview.Overview.TransferPart;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.transfers.CountedTransfers;
import org.consentledger.query.report.transfers.TransferFigures;
import org.consentledger.query.report.transfers.TransferScope;
import org.consentledger.query.report.transfers.TransferSums;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.transfer.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the controller's overview. */
@Component
public final class Overviews {

    private static final long OF_ANY_SIZE = -1;

    private final ReportSnapshot snapshot;
    private final ConsentFacts facts;
    private final CountedTransfers transfers;
    private final CatalogueHistory catalogues;
    private final NewestCheckpoint checkpoint;
    private final ReportPlaces places;
    private final Controller controller;
    private final Clock clock;

    Overviews(
            ReportSnapshot snapshot,
            ConsentFacts facts,
            CountedTransfers transfers,
            CatalogueHistory catalogues,
            NewestCheckpoint checkpoint,
            ReportPlaces places,
            ControllerProperties controller,
            LogKeys keys,
            Clock clock) {
        this.snapshot = snapshot;
        this.facts = facts;
        this.transfers = transfers;
        this.catalogues = catalogues;
        this.checkpoint = checkpoint;
        this.places = places;
        this.controller = Controller.of(controller, keys);
        this.clock = clock;
    }

    /** The overview of a period, as the projections stand now. */
    public Overview of(Period period) {
        var newest = checkpoint.covering(OF_ANY_SIZE);
        return places.make(() -> snapshot.read(position -> made(period, position, newest)));
    }

    private Overview made(Period period, long position, CheckpointView newest) {
        var catalogue = catalogues.asOf(Knowledge.upTo(position));
        var sums = transfers.of(new TransferScope(period, null, null, false, position));
        return new Overview(
                controller,
                clock.instant(),
                position,
                newest,
                period.from(),
                period.to(),
                period.bucket(),
                consents(period, position, catalogue),
                sums.all(),
                timeline(period, sums),
                by(
                        sums,
                        catalogue,
                        Recipient::recipientClass,
                        Comparator.<RecipientClass>naturalOrder(),
                        ClassFigures::new),
                by(sums, catalogue, Recipient::country, Comparator.<String>naturalOrder(), CountryFigures::new),
                sums.bySafeguard().entrySet().stream()
                        .map(entry -> new SafeguardFigures(entry.getKey(), entry.getValue()))
                        .toList(),
                reasons(sums.reasons()),
                reasons(sums.findings()));
    }

    private List<PurposeOverview> consents(Period period, long position, Catalogue catalogue) {
        var flows = new ConsentFlows(period, new KeptRenewal(catalogue::askedAgainAt));
        facts.ofEverybody(position, period.to(), flows::add);
        return flows.tallies().entrySet().stream()
                .map(entry -> new PurposeOverview(
                        entry.getKey(),
                        entry.getValue().whole(),
                        entry.getValue().parts()))
                .toList();
    }

    private static List<TransferPart> timeline(Period period, TransferSums sums) {
        var parts = new ArrayList<TransferPart>();
        for (var part = 0; part < period.size(); part++) {
            parts.add(new TransferPart(
                    period.bounds().get(part), period.end(part), sums.byPart().get(part)));
        }
        return parts;
    }

    /** By something that the catalogue says of recipients; of those that it does not know, under null, at the end. */
    private static <K, F> List<F> by(
            TransferSums sums,
            Catalogue catalogue,
            Function<Recipient, K> property,
            Comparator<K> order,
            Grouped<K, F> grouped) {
        Map<Optional<K>, TransferFigures> groups = new HashMap<>();
        sums.byRecipient()
                .forEach((code, figures) -> groups.merge(
                        catalogue.recipient(code).map(property), figures, (one, other) -> one.plus(other)));
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(key -> key.orElse(null), Comparator.nullsLast(order))))
                .map(entry -> grouped.of(entry.getKey().orElse(null), entry.getValue()))
                .toList();
    }

    @FunctionalInterface
    private interface Grouped<K, F> {
        F of(@Nullable K key, TransferFigures figures);
    }

    private static List<ReasonFigures> reasons(SequencedMap<Reason, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new ReasonFigures(entry.getKey(), entry.getValue()))
                .toList();
    }
}
