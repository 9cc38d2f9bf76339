package org.consentledger.diagnosis;

import java.util.Optional;

/**
 * What one of the two services answered.
 *
 * @param name of the service
 * @param url where callers reach it
 * @param management where operators reach it
 * @param front an answer of its port for callers that needs no token: the description of its interface
 * @param unauthorised a request for something that needs a token, without one
 * @param live answer to the probe of liveness
 * @param ready answer to the probe of readiness, with the operator's token
 * @param info which release it is
 * @param metrics with the operator's token
 * @param openMetrics without a token
 * @param later metrics again, some seconds later
 */
record Service(
        String name,
        String url,
        String management,
        Heard front,
        Heard unauthorised,
        Heard live,
        Heard ready,
        Heard info,
        Heard metrics,
        Heard openMetrics,
        Heard later) {

    boolean isReached() {
        return front instanceof Heard.Answer;
    }

    /** The first scrape, however it was let in. */
    Optional<Metrics> scraped() {
        return metrics.ok().or(openMetrics::ok).map(answer -> Metrics.of(answer.body()));
    }

    /** The second scrape. */
    Optional<Metrics> scrapedLater() {
        return later.ok().map(answer -> Metrics.of(answer.body()));
    }

    Optional<String> version() {
        return info.ok()
                .map(answer -> answer.json().path("build").path("version").asString(""))
                .filter(version -> !version.isEmpty());
    }
}
