package org.consentledger.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether queries answer with what the ledger says now. */
final class ProjectionCheck {

    private static final double LAG_SECONDS_MAX = 30;
    private static final String PROJECTIONS = "GET /actuator/projections";

    private ProjectionCheck() {}

    static List<Finding> of(Examined examined) {
        return examined.projections().ok().stream()
                .flatMap(answer -> answer.json().valueStream())
                .map(projection -> one(projection, examined.query()))
                .toList();
    }

    private static Finding one(JsonNode projection, Service query) {
        var name = projection.path("name").asString("");
        var about = "projection " + name;
        var lagEvents = projection.path("lagEvents").asLong();
        if (projection.path("state").asString("").equals("FAILING")) {
            var at = projection.path("failurePosition");
            return Finding.wrong(
                    about,
                    "does not advance: " + projection.path("failure").asString("unknown")
                            + (at.isNumber() ? " at position " + at.asLong() : ""),
                    "see consent-query's log and " + PROJECTIONS + "; queries answer with an ever older state");
        }
        var seconds = Stream.of(query.scraped(), query.scrapedLater())
                .flatMap(scrape -> scrape.stream())
                .flatMap(scrape -> scrape.all("projection_lag_seconds"))
                .filter(sample -> sample.label("projection").equals(name))
                .mapToDouble(Metrics.Sample::value)
                .min()
                .orElse(0);
        if (seconds > LAG_SECONDS_MAX) {
            return Finding.wrong(
                    about,
                    "is " + lagEvents + " events and " + Math.round(seconds) + " s behind",
                    "see whether consent-query has processor time and connections; " + PROJECTIONS
                            + " shows it advance");
        }
        return Finding.ok(about, lagEvents == 0 ? "has all events" : "is " + lagEvents + " events behind");
    }
}
