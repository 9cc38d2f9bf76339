package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.TcpProxy;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;

/** Two nodes share a webhook's deliveries: one delivers, and the other when the first is cut off in the middle of one. */
class TakeOverTest {

    private static final String[] SETTINGS = {"webhook.plain-http=true", "webhook.addresses=127.0.0.0/8"};

    @Test
    void anotherNodeGoesOnWhereOneIsCutOffAndNothingIsLost() throws Exception {
        var database = LedgerDatabase.fresh();
        try (var way = new TcpProxy(database.port());
                var receiver = new Receiver();
                var first = QueryService.on(
                        database,
                        with("spring.datasource.url="
                                + database.url().replace(":" + database.port() + "/", ":" + way.port() + "/")))) {
            for (var person = 0; person < 5; person++) {
                first.recorder().record(Facts.given("planted-taken-" + person, "business-notices", "2016-11-02"));
            }
            var stuck = new CountDownLatch(1);
            var released = new CountDownLatch(1);
            receiver.answers(
                    request -> request.position() == 2 && released.getCount() > 0 ? hang(stuck, released) : 200);
            var webhook = WebhookClient.of(first).make(receiver, ",\"after\":-1");
            stuck.await();
            try (var second = QueryService.on(database, with())) {
                way.cutForGood();
                // what was under way when the node was cut off arrives, and nobody can write that down
                released.countDown();
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    assertThat(new HashSet<>(receiver.positions())).hasSize(5);
                    assertThat(WebhookClient.of(second)
                                    .standing(webhook)
                                    .get("position")
                                    .asLong())
                            .isEqualTo(4);
                });
                second.recorder().record(Facts.given("planted-taken-last", "business-notices", "2016-11-02"));
                await().untilAsserted(() -> assertThat(receiver.positions()).endsWith(5L));

                assertThat(receiver.positions().stream().distinct())
                        .as("in order of what is new")
                        .isEqualTo(LongStream.rangeClosed(0, 5).boxed().toList());
                assertThat(receiver.positions()).hasSizeLessThanOrEqualTo(7);
            }
        }
    }

    private static int hang(CountDownLatch stuck, CountDownLatch released) {
        stuck.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 200;
    }

    private static String[] with(String... more) {
        return List.of(List.of(SETTINGS), List.of(more)).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
