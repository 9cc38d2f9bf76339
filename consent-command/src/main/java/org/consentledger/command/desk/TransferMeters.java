package org.consentledger.command.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.register.LegalRegister;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferReported;
import org.consentledger.transfer.TransferRules;
import org.consentledger.transfer.Verdict;

/** Counts the transfers that this node records, by what the rules said of them and by who receives the data. */
final class TransferMeters {

    private static final String UNKNOWN = "unknown";

    private final Supplier<Catalogue> catalogue;
    private final LegalRegister register;
    private final MeterRegistry meters;
    private final Map<Judged, Counter> transfers = new ConcurrentHashMap<>();
    private final Map<Found, Counter> reasons = new ConcurrentHashMap<>();
    private final Map<Destination, Counter> findings = new ConcurrentHashMap<>();

    /** @param catalogue as far as it is known here, without asking anybody */
    TransferMeters(Supplier<Catalogue> catalogue, LegalRegister register, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.register = register;
        this.meters = meters;
        expectAll();
    }

    /**
     * Where data go.
     *
     * @param recipientClass {@code unknown} if the recipient is
     * @param thirdCountry true, false, or {@code unknown} if the recipient or the purpose is
     */
    private record Destination(String recipientClass, String thirdCountry) {

        static List<Destination> all() {
            var all = new ArrayList<Destination>();
            all.add(new Destination(UNKNOWN, UNKNOWN));
            for (var known : RecipientClass.values()) {
                Stream.of("true", "false", UNKNOWN)
                        .map(third -> new Destination(known.name(), third))
                        .forEach(all::add);
            }
            return all;
        }
    }

    private record Judged(Verdict verdict, Intent intent, Destination destination) {}

    private record Found(Reason reason, Intent intent) {}

    /** Every count begins at 0, which an alert can tell from nothing. */
    private void expectAll() {
        for (var destination : Destination.all()) {
            var _ = withFindings(destination);
            for (var intent : Intent.values()) {
                Stream.of(Verdict.values())
                        .map(verdict -> new Judged(verdict, intent, destination))
                        .forEach(this::transfers);
            }
        }
        for (var intent : Intent.values()) {
            Stream.of(Reason.values()).map(reason -> new Found(reason, intent)).forEach(this::reasons);
        }
    }

    void count(TransferEvent event) {
        var intent = event.intent();
        var decision = event.decision();
        var destination = destination(event.transfer());
        transfers(new Judged(decision.verdict(), intent, destination)).increment();
        decision.reasons().forEach(reason -> reasons(new Found(reason, intent)).increment());
        if (event instanceof TransferReported && !decision.reasons().isEmpty()) {
            withFindings(destination).increment();
        }
    }

    private Destination destination(Transfer transfer) {
        var known = catalogue.get();
        return new Destination(
                known.recipient(transfer.recipient())
                        .map(recipient -> recipient.recipientClass().name())
                        .orElse(UNKNOWN),
                TransferRules.leavesHomeArea(transfer, known, register)
                        .map(leaves -> Boolean.toString(leaves))
                        .orElse(UNKNOWN));
    }

    private Counter transfers(Judged judged) {
        var known = transfers.get(judged);
        return known != null
                ? known
                : transfers.computeIfAbsent(
                        judged,
                        key -> Counter.builder("ledger.transfers")
                                .description("Transfers recorded, by what the rules said of them and where the data go")
                                .tag("verdict", key.verdict().name())
                                .tag("intent", key.intent().name())
                                .tag("recipient_class", key.destination().recipientClass())
                                .tag("third_country", key.destination().thirdCountry())
                                .register(meters));
    }

    private Counter reasons(Found found) {
        var known = reasons.get(found);
        return known != null
                ? known
                : reasons.computeIfAbsent(
                        found,
                        key -> Counter.builder("ledger.transfer.reasons")
                                .description(
                                        "Reasons against transfers recorded: of refusals, and findings of reports; a transfer may have"
                                                + " several")
                                .tag("reason", key.reason().name())
                                .tag("intent", key.intent().name())
                                .register(meters));
    }

    private Counter withFindings(Destination destination) {
        var known = findings.get(destination);
        return known != null
                ? known
                : findings.computeIfAbsent(
                        destination,
                        key -> Counter.builder("ledger.transfer.reports.with.findings")
                                .description("Reports of transfers with which the rules find something wrong")
                                .tag("recipient_class", key.recipientClass())
                                .tag("third_country", key.thirdCountry())
                                .register(meters));
    }
}
