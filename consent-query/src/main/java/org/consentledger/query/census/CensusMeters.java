package org.consentledger.query.census;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Basis;
import org.consentledger.query.sampling.Sampling.Look;
import org.consentledger.query.sampling.Sampling.Pause;
import org.jspecify.annotations.Nullable;

/** Tells the newest count. There is no number before the first one is done. */
final class CensusMeters implements Look {

    /** Only what the controller published is a label. */
    private static final String OTHER = "other";

    private final CensusTaker taker;
    private final MultiGauge gauges;
    private @Nullable Census latest;

    CensusMeters(CensusTaker taker, MeterRegistry meters) {
        this.taker = taker;
        this.gauges = MultiGauge.builder("ledger.consents.in.force")
                .description("Consents in force by purpose, as counted now and then; the same on every node")
                .register(meters);
    }

    /** For one thread. */
    @Override
    public void at(Pause pause) throws InterruptedException {
        var taken = taker.take(latest, pause);
        if (taken != null) {
            latest = taken;
            gauges.register(
                    byLabel(taken).entrySet().stream()
                            .map(entry -> MultiGauge.Row.of(Tags.of("purpose", entry.getKey()), entry.getValue()))
                            .toList(),
                    true);
        }
    }

    /** A purpose to which nobody consents has none, which is a number. */
    private static Map<String, Long> byLabel(Census census) {
        var numbers = new TreeMap<String, Long>();
        census.catalogue().notices().stream()
                .flatMap(notice -> notice.purposes().stream())
                .filter(purpose -> purpose.basis() == Basis.CONSENT)
                .forEach(purpose -> numbers.put(purpose.purpose(), 0L));
        census.inForce()
                .forEach((purpose, number) ->
                        numbers.merge(isPublished(census.catalogue(), purpose) ? purpose : OTHER, number, Long::sum));
        return numbers;
    }

    private static boolean isPublished(Catalogue catalogue, String purpose) {
        return catalogue.notices().stream()
                .anyMatch(notice -> notice.purpose(purpose).isPresent());
    }
}
