package org.consentledger.command.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.transfer.TransferEvent;

/** Counts what this node records: revocations by purpose, and transfers. */
final class RecordedMeters {

    /** Only what the controller published is a label; a caller could name anything. */
    private static final String OTHER = "other";

    private final TransferMeters transfers;
    private final Supplier<Catalogue> catalogue;
    private final MeterRegistry meters;
    private final Map<String, Counter> revocations = new ConcurrentHashMap<>();

    /** @param catalogue as far as it is known here, without asking anybody */
    RecordedMeters(TransferMeters transfers, Supplier<Catalogue> catalogue, MeterRegistry meters) {
        this.transfers = transfers;
        this.catalogue = catalogue;
        this.meters = meters;
        Stream.of(ConsentRevoked.EVERY_PURPOSE, OTHER).forEach(this::revocations);
        catalogue.get().notices().forEach(this::expect);
    }

    void count(LedgerEvent event) {
        switch (event) {
            case TransferEvent e -> transfers.count(e);
            case ConsentRevoked e -> revocations(labelOf(e.purpose())).increment();
            case NoticePublished e -> expect(e.notice());
            default -> {}
        }
    }

    private void expect(Notice notice) {
        notice.purposes().stream().map(Purpose::purpose).forEach(this::revocations);
    }

    private String labelOf(String purpose) {
        return revocations.containsKey(purpose) || isPublished(purpose) ? purpose : OTHER;
    }

    private boolean isPublished(String purpose) {
        return catalogue.get().notices().stream()
                .anyMatch(notice -> notice.purpose(purpose).isPresent());
    }

    private Counter revocations(String purpose) {
        var known = revocations.get(purpose);
        return known != null
                ? known
                : revocations.computeIfAbsent(
                        purpose,
                        label -> Counter.builder("ledger.revocations")
                                .description("Consents that were revoked, by purpose; * revokes every purpose at once")
                                .tag("purpose", label)
                                .register(meters));
    }
}
