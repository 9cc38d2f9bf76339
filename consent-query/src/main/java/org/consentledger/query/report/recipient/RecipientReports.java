package org.consentledger.query.report.recipient;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.log.LogKeys;
import org.consentledger.query.log.NewestCheckpoint;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.receipt.ControllerProperties;
import org.consentledger.query.report.Controller;
import org.consentledger.query.report.ReportPlaces;
import org.consentledger.query.report.ReportSnapshot;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.recipient.RecipientReport.CategoryTransfers;
import org.consentledger.query.report.recipient.RecipientReport.GroundTransfers;
import org.consentledger.query.report.recipient.RecipientReport.PurposeTransfers;
import org.consentledger.query.report.recipient.RecipientReport.ReasonTransfers;
import org.consentledger.query.report.recipient.RecipientReport.RecipientPart;
import org.consentledger.query.report.transfers.CountedTransfers;
import org.consentledger.query.report.transfers.TransferScope;
import org.consentledger.query.report.transfers.TransferSums;
import org.consentledger.recipient.Recipient;
import org.consentledger.register.LegalRegister;
import org.consentledger.transfer.Reason;
import org.springframework.stereotype.Component;

/** Makes a recipient's report. */
@Component
public final class RecipientReports {

    private static final String OF_ALL_PURPOSES = "";

    private final ReportSnapshot snapshot;
    private final CountedTransfers transfers;
    private final CatalogueHistory catalogues;
    private final LegalRegister register;
    private final NewestCheckpoint checkpoint;
    private final ReportPlaces places;
    private final Controller controller;
    private final Clock clock;

    RecipientReports(
            ReportSnapshot snapshot,
            CountedTransfers transfers,
            CatalogueHistory catalogues,
            LegalRegister register,
            NewestCheckpoint checkpoint,
            ReportPlaces places,
            ControllerProperties controller,
            LogKeys keys,
            Clock clock) {
        this.snapshot = snapshot;
        this.transfers = transfers;
        this.catalogues = catalogues;
        this.register = register;
        this.checkpoint = checkpoint;
        this.places = places;
        this.controller = Controller.of(controller, keys);
        this.clock = clock;
    }

    /**
     * The report on a period, as the projections stand now.
     *
     * @param limits of the caller's token: purposes that are none of theirs are left out; a recipient is not told of refusals
     * @throws ProblemException if there is no such recipient: 404; or no checkpoint covers the report in time: 503
     */
    public RecipientReport of(String code, Period period, Limits limits) {
        var read = places.make(() -> snapshot.read(position -> read(code, period, limits, position)));
        return made(read, period, checkpoint.covering(read.scope.position()));
    }

    private record Read(
            Recipient recipient, TransferScope scope, TransferSums sums, SequencedMap<String, Long> subjects) {}

    private Read read(String code, Period period, Limits limits, long position) {
        var recipient = catalogues
                .asOf(Knowledge.upTo(position))
                .recipient(code)
                .orElseThrow(() -> Missing.because(ProblemCode.RECIPIENT_UNKNOWN));
        var scope = new TransferScope(
                period, code, limits.to(Limit.PURPOSES), limits.set().contains(Limit.OWN_RECIPIENT), position);
        return new Read(recipient, scope, transfers.of(scope), transfers.subjects(scope));
    }

    private RecipientReport made(Read read, Period period, CheckpointView covering) {
        var recipient = read.recipient;
        var sums = read.sums;
        return new RecipientReport(
                controller,
                recipient.recipient(),
                recipient.name(),
                recipient.recipientClass(),
                recipient.country(),
                recipient.retiredAt(),
                clock.instant(),
                read.scope.position(),
                covering,
                period.from(),
                period.to(),
                period.bucket(),
                new SafeguardsInPeriod(register, period).of(recipient),
                read.subjects.getOrDefault(OF_ALL_PURPOSES, 0L),
                sums.all(),
                sums.byPurpose().entrySet().stream()
                        .map(entry -> new PurposeTransfers(
                                entry.getKey(), read.subjects.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                        .toList(),
                sums.grounds().stream()
                        .map(sum -> new GroundTransfers(
                                sum.basis(), sum.safeguard(), sum.framework(), sum.reference(), sum.transfers()))
                        .toList(),
                sums.categories().entrySet().stream()
                        .map(entry -> new CategoryTransfers(entry.getKey(), entry.getValue()))
                        .toList(),
                read.scope.onlySent() ? null : reasons(sums.reasons()),
                reasons(sums.findings()),
                timeline(period, sums));
    }

    private static List<ReasonTransfers> reasons(SequencedMap<Reason, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new ReasonTransfers(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<RecipientPart> timeline(Period period, TransferSums sums) {
        var parts = new ArrayList<RecipientPart>();
        for (var part = 0; part < period.size(); part++) {
            parts.add(new RecipientPart(
                    period.bounds().get(part), period.end(part), sums.byPart().get(part)));
        }
        return parts;
    }
}
