package org.consentledger.query.recipient;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.register.LegalRegister;
import org.consentledger.transfer.SafeguardEndings;

/** How many safeguards end soon, or have ended. */
final class SafeguardMeters {

    private static final Duration SOON = Duration.ofDays(30);

    private final Supplier<Catalogue> catalogue;
    private final LegalRegister register;
    private final Clock clock;
    private volatile SafeguardEndings latest;

    /** @param catalogue may wait for the database, and fail */
    SafeguardMeters(Supplier<Catalogue> catalogue, LegalRegister register, Clock clock, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.register = register;
        this.clock = clock;
        this.latest = counted();
        Gauge.builder("ledger.safeguards.expiring", () -> latest.expiring())
                .description(
                        "Safeguards in force that end within so many days, after which nothing covers their recipient;"
                                + " the same on every node")
                .tag("within_days", Long.toString(SOON.toDays()))
                .register(meters);
        Gauge.builder("ledger.safeguards.expired", () -> latest.expired())
                .description(
                        "Safeguards that ended by themselves or with the law they rest on, where nothing covers their"
                                + " recipient now; the same on every node")
                .register(meters);
    }

    void look() {
        latest = counted();
    }

    private SafeguardEndings counted() {
        return SafeguardEndings.of(catalogue.get(), register, clock.instant(), SOON);
    }
}
