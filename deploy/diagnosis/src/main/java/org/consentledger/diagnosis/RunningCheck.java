package org.consentledger.diagnosis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the metrics say of how it runs: connections, disk, and what waits for somebody. */
final class RunningCheck {

    private static final double DISK_SHARE_MIN = 0.1;

    private RunningCheck() {}

    static List<Finding> of(Examined examined) {
        return examined.services().stream()
                .flatMap(service -> service.scrapedLater().or(service::scraped).stream()
                        .flatMap(metrics -> Stream.<Function<Metrics, Stream<Finding>>>of(
                                        scrape -> database(service, scrape),
                                        scrape -> pool(service, scrape),
                                        scrape -> disk(service, scrape),
                                        RunningCheck::erasures,
                                        RunningCheck::safeguards)
                                .flatMap(check -> check.apply(metrics))))
                .toList();
    }

    private static Stream<Finding> database(Service service, Metrics metrics) {
        var reachable = metrics.highest("ledger_database_reachable");
        if (reachable.isEmpty()) {
            return Stream.empty();
        }
        var about = service.name() + " database";
        return Stream.of(
                reachable.getAsDouble() > 0
                        ? Finding.ok(about, "is reached")
                        : Finding.wrong(
                                about, "is away", "see whether PostgreSQL runs and is reached from the service"));
    }

    private static Stream<Finding> pool(Service service, Metrics metrics) {
        var max = metrics.highest("hikaricp_connections_max");
        if (max.isEmpty()) {
            return Stream.empty();
        }
        var about = service.name() + " connections";
        var active = (long) metrics.highest("hikaricp_connections_active").orElse(0);
        var waiting = (long) metrics.highest("hikaricp_connections_pending").orElse(0);
        var told = active + " of " + (long) max.getAsDouble() + " are in use, " + waiting + " requests wait for one";
        return Stream.of(
                waiting > 0
                        ? Finding.warning(
                                about, told, "if this lasts, see what the database does, then raise LEDGER_DB_POOL")
                        : Finding.ok(about, told));
    }

    private static Stream<Finding> disk(Service service, Metrics metrics) {
        var free = metrics.highest("disk_free_bytes");
        var total = metrics.highest("disk_total_bytes");
        if (free.isEmpty() || total.isEmpty() || total.getAsDouble() <= 0) {
            return Stream.empty();
        }
        var about = service.name() + " disk";
        var share = free.getAsDouble() / total.getAsDouble();
        var told = Math.round(share * 100) + " % of its working folder's disk is free";
        return Stream.of(share < DISK_SHARE_MIN ? Finding.warning(about, told, "make room") : Finding.ok(about, told));
    }

    private static Stream<Finding> erasures(Metrics metrics) {
        return metrics.highest("ledger_erasures_pending", "ledger_erasures_waiting").stream()
                .mapToObj(waiting -> waiting > 0
                        ? Finding.warning(
                                "erasures",
                                (long) waiting + " wait for the end of a legal hold",
                                "see whether each hold is still needed")
                        : Finding.ok("erasures", "none waits"));
    }

    private static Stream<Finding> safeguards(Metrics metrics) {
        return metrics.highest("ledger_safeguards_expired").stream()
                .mapToObj(expired -> expired > 0
                        ? Finding.warning(
                                "safeguards",
                                (long) expired + " ended and nobody recorded a new one",
                                "see GET /v1/reports/expiring; transfers that rest on them are refused")
                        : Finding.ok("safeguards", "none ended without another"));
    }
}
