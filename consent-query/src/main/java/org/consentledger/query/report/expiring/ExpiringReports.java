package org.consentledger.query.report.expiring;

import java.time.Clock;
import java.util.List;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.log.NewestCheckpoint;
import org.consentledger.query.paging.Page;
import org.consentledger.query.report.ReportPlaces;
import org.consentledger.query.report.ReportSnapshot;
import org.consentledger.query.report.expiring.Expiring.ExpiringConsent;
import org.consentledger.query.report.expiring.Expiring.ExpiringCount;
import org.consentledger.query.report.expiring.ExpiringConsents.Placed;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what ends soon. */
@Component
final class ExpiringReports {

    private static final long OF_ANY_SIZE = -1;

    private final ReportSnapshot snapshot;
    private final ExpiringConsents consents;
    private final CatalogueHistory catalogues;
    private final LegalRegister register;
    private final NewestCheckpoint checkpoint;
    private final AccessLog accesses;
    private final ReportPlaces places;
    private final Clock clock;

    ExpiringReports(
            ReportSnapshot snapshot,
            ExpiringConsents consents,
            CatalogueHistory catalogues,
            LegalRegister register,
            NewestCheckpoint checkpoint,
            AccessLog accesses,
            ReportPlaces places,
            Clock clock) {
        this.snapshot = snapshot;
        this.consents = consents;
        this.catalogues = catalogues;
        this.register = register;
        this.checkpoint = checkpoint;
        this.accesses = accesses;
        this.places = places;
        this.clock = clock;
    }

    /** A report, and the page of consents in it. */
    record Made(Expiring report, Page<Placed> page) {}

    /**
     * What ends in the next days, with a page of consents. Whoever is on that page stands in the access log.
     *
     * @param after behind which the page begins; null for the first one
     */
    Made next(int days, @Nullable Mark after, int limit, Reader reader) {
        var newest = checkpoint.covering(OF_ANY_SIZE);
        var made = places.make(() ->
                snapshot.read(position -> made(Window.of(clock.instant(), days), position, newest, after, limit)));
        accesses.enter(
                reader,
                ReadOperation.EXPIRING,
                made.report().consents().stream().map(ExpiringConsent::subjectId));
        return made;
    }

    private Made made(Window window, long position, CheckpointView newest, @Nullable Mark after, int limit) {
        var catalogue = catalogues.asOf(Knowledge.upTo(position));
        var found = consents.within(window, catalogue::askedAgainAt, position, after, limit);
        var ending = new ExpiringCatalogue(catalogue, register, window);
        var page = Page.of(found.page(), limit);
        List<ExpiringCount> counts = found.byPurpose().entrySet().stream()
                .map(entry -> new ExpiringCount(entry.getKey(), entry.getValue()))
                .toList();
        return new Made(
                new Expiring(
                        window.now(),
                        window.until(),
                        position,
                        newest,
                        ending.safeguards(),
                        ending.foundations(),
                        ending.notices(),
                        counts,
                        page.items().stream().map(Placed::consent).toList()),
                page);
    }
}
