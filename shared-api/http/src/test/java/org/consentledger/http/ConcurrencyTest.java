package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.http.NegotiationTest.assertProblem;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.http.concurrency.RequestPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@TestPropertySource(properties = {"http.concurrency=4", "spring.threads.virtual.enabled=true"})
@Import(ConcurrencyTest.LongAnswers.class)
class ConcurrencyTest extends EdgeTest {

    private static final AtomicInteger WAITING = new AtomicInteger();
    private static volatile CountDownLatch end = new CountDownLatch(1);

    @Autowired
    private MeterRegistry meters;

    /** Requests that last until they are told to end. */
    @RestController
    @Requires(Scope.CONSENT_READ)
    static class LongAnswers {

        @GetMapping(path = "/v1/long", produces = "application/json")
        String last() throws InterruptedException {
            WAITING.incrementAndGet();
            end.await();
            return "\"ended\"";
        }

        @GetMapping(path = "/v1/stream", produces = "application/json")
        String stream(HttpServletRequest request) throws InterruptedException {
            RequestPlace.giveBack(request);
            return last();
        }
    }

    @BeforeEach
    void begin() {
        WAITING.set(0);
        end = new CountDownLatch(1);
    }

    @Test
    void moreThanTheServiceCanHandleIsTurnedAwayAtOnce() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> get("/v1/long"), callers))
                    .toList();
            await().untilAtomic(WAITING, is(2));

            var begunNanos = System.nanoTime();
            var refused = get("/v1/samples/s");
            assertThat(Duration.ofNanos(System.nanoTime() - begunNanos)).isLessThan(Duration.ofSeconds(2));
            assertProblem(refused, 503, "UNAVAILABLE");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(meters.get("http.concurrency.exceeded").counter().count())
                    .isPositive();
            await().until(() -> meters.find("http.server.requests")
                            .tags("status", "503", "uri", "UNKNOWN")
                            .timer()
                    != null);

            // half of the places are for others
            assertThat(send(anonymouslyTo("/v1/samples/s")
                                    .header(
                                            "Authorization",
                                            TestIssuer.authorization(
                                                    Map.of("client_id", "another"), Scope.CONSENT_READ)))
                            .statusCode())
                    .isEqualTo(200);

            end.countDown();
            assertThat(first)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
        }
        assertThat(get("/v1/samples/s").statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamTakesNobodysPlace() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var streams = IntStream.range(0, 4)
                    .mapToObj(i -> {
                        var stream = CompletableFuture.supplyAsync(() -> get("/v1/stream"), callers);
                        await().untilAtomic(WAITING, is(i + 1));
                        return stream;
                    })
                    .toList();

            assertThat(get("/v1/samples/s").statusCode()).isEqualTo(200);

            end.countDown();
            assertThat(streams)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
        }
        assertThat(IntStream.range(0, 5).map(_ -> get("/v1/samples/s").statusCode()))
                .containsOnly(200);
    }

    @Test
    void whatFailsGivesItsPlaceBack() {
        for (var i = 0; i < 5; i++) {
            assertThat(post("{\"subject\":\"crash\",\"codes\":[\"a\"],\"colour\":\"RED\"}")
                            .statusCode())
                    .isEqualTo(500);
        }
    }
}
