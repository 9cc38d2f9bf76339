package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an error budget is counted from: every answer, with the status that the caller got, and no path. */
class RequestMetricsTest extends EdgeTest {

    private static final Set<String> ADDRESSES = Set.of(
            "/v1/samples", "/v1/samples/{subject}", "/v1/forgotten", "/v1/openapi.json", "/**", "NOT_FOUND", "UNKNOWN");

    @Autowired
    private MeterRegistry meters;

    @Test
    void aRequestIsCountedByTheTemplateOfItsPath() {
        var before = count("200", "/v1/samples/{subject}");

        assertThat(get("/v1/samples/measured-person?colour=GREEN").statusCode()).isEqualTo(200);

        await().until(() -> count("200", "/v1/samples/{subject}") > before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing/measured-person",
                "/measured-person",
                "/v1/samples/measured-person/more",
                "/v1/samples/measured-person;x",
                "/v2/measured-person",
                "/v1/openapi.json/measured-person",
                "/style/measured-person"
            })
    void aPathThatLeadsNowhereIsNoLabel(String path) {
        var before = count();

        var status = send(to(path)).statusCode();

        await().until(() -> count() > before);
        assertThat(status).isBetween(200, 499);
        assertThat(requests().timers())
                .extracting(timer -> timer.getId().getTag("uri"))
                .isSubsetOf(ADDRESSES);
    }

    @Test
    void aMethodThatNobodyKnowsIsNoLabel() {
        var before = count();

        send(to("/v1/samples/s").method("MEASURED", HttpRequest.BodyPublishers.noBody()));

        await().until(() -> count() > before);
        assertThat(requests().tag("method", "MEASURED").timer()).isNull();
    }

    /** By the container, by a filter before anybody knows who calls, by the check of access, and by a controller. */
    @Test
    void whoeverAnswersTheStatusIsTheOneAnswered() {
        assertCounted("503", to("/v1/samples/s").header("X-Turn-Away", "503"));
        assertCounted("400", to("/v1/samples/s;x"));
        assertCounted("401", anonymouslyTo("/v1/samples/s"));
        assertCounted("404", to("/v1/nothing"));
        assertCounted("413", post("x".repeat(5_000), "application/json"));
        assertCounted("415", post("x", "text/plain"));
        assertCounted("500", sample("crash"));
        assertCounted("503", sample("lose-database"));
    }

    @Test
    void itsTimeIsCountedInBucketsUpToWhereCallersGiveUp() {
        get("/v1/samples/s");
        await().until(() -> requests().timer() != null);

        var buckets = requests().timers().iterator().next().takeSnapshot().histogramCounts();

        assertThat(buckets).hasSize(11);
        assertThat(buckets[0].bucket(TimeUnit.MILLISECONDS)).isEqualTo(5);
        assertThat(buckets[10].bucket(TimeUnit.SECONDS)).isEqualTo(10);
    }

    @Test
    void whatIsMeasuredOfLibrariesSaysWhatItIs() {
        get("/v1/samples/s");
        await().until(() -> requests().timer() != null);

        // a histogram of this registry alone has a gauge for each bucket
        assertThat(meters.getMeters())
                .filteredOn(meter -> !meter.getId().getName().endsWith(".histogram"))
                .allSatisfy(meter -> assertThat(meter.getId().getDescription())
                        .as(meter.getId().getName())
                        .isNotBlank());
    }

    private void assertCounted(String status, HttpRequest.Builder request) {
        var before = requests().tag("status", status).timers().stream()
                .mapToLong(Timer::count)
                .sum();

        assertThat(send(request).statusCode()).isEqualTo(Integer.parseInt(status));

        await().untilAsserted(() -> assertThat(requests().tag("status", status).timers().stream()
                        .mapToLong(Timer::count)
                        .sum())
                .as(status)
                .isEqualTo(before + 1));
    }

    private HttpRequest.Builder sample(String subject) {
        return post("{\"subject\":\"" + subject + "\",\"codes\":[\"a\"],\"colour\":\"RED\"}", "application/json");
    }

    private HttpRequest.Builder post(String body, String type) {
        return to("/v1/samples").header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private long count() {
        return requests().timers().stream().mapToLong(Timer::count).sum();
    }

    private long count(String status, String uri) {
        return requests().tags("status", status, "uri", uri).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Search requests() {
        return meters.find("http.server.requests");
    }
}
