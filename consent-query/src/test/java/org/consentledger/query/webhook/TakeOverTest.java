package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.TcpProxy;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of several nodes one delivers, and another when that one is cut off in the middle of a delivery, or stops. */
class TakeOverTest {

    private static final int PEOPLE = 5;

    @Test
    void anotherNodeGoesOnAndNothingIsLost() throws Exception {
        var database = LedgerDatabase.fresh();
        try (var way = new TcpProxy(database.port());
                var receiver = new Receiver();
                var other = new Receiver();
                var service = QueryService.on(database, "webhook.plain-http=true", "webhook.addresses=127.0.0.0/8")) {
            for (var person = 0; person < PEOPLE; person++) {
                service.recorder().record(Facts.given("planted-taken-" + person, "business-notices", "2016-11-02"));
            }
            // the nodes are made here
            service.bean(Deliveries.class).stop();
            var means = service.bean(DeliveryMeans.class);
            var first = new Deliveries(behind(way.port(), database, means, service.bean(LedgerSchema.class)));
            var second = new Deliveries(means);
            var third = new Deliveries(means);
            var fourth = new Deliveries(means);
            try {
                first.start();
                var stuck = new CountDownLatch(1);
                var released = new CountDownLatch(1);
                receiver.answers(
                        request -> request.position() == 2 && released.getCount() > 0 ? hang(stuck, released) : 200);
                var webhooks = WebhookClient.of(service);
                var webhook = webhooks.make(receiver, ",\"after\":-1");
                stuck.await();

                second.start();
                way.cutForGood();
                // what was under way when the node was cut off arrives, and that node can write it down no more
                released.countDown();
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(webhooks.standing(webhook)
                                        .get("position")
                                        .asLong())
                                .isEqualTo(PEOPLE - 1));
                assertThat(new HashSet<>(receiver.positions())).hasSize(PEOPLE);

                second.stop();
                third.start();
                service.recorder().record(Facts.given("planted-taken-last", "business-notices", "2016-11-02"));
                await().untilAsserted(() -> assertThat(receiver.positions()).endsWith((long) PEOPLE));
                assertThat(receiver.positions().stream().distinct())
                        .isEqualTo(LongStream.rangeClosed(0, PEOPLE).boxed().toList());
                // the one that was under way came again, and perhaps what could not be written down after it
                assertThat(receiver.positions()).hasSizeBetween(PEOPLE + 1, PEOPLE + 3);

                // whoever takes over keeps to what the receiver asked for, though somebody changed the webhook before
                webhooks.post(webhook, "/pause");
                webhooks.post(webhook, "/resume");
                receiver.asksToWait("3000");
                receiver.answers(request -> 503);
                service.recorder().record(Facts.given("planted-taken-late", "business-notices", "2016-11-02"));
                await().untilAsserted(() -> assertThat(
                                webhooks.standing(webhook).get("attempts").asInt())
                        .isEqualTo(1));
                third.stop();
                var before = receiver.received().size();
                webhooks.make(other, ",\"after\":-1");
                fourth.start();
                await().untilAsserted(() -> assertThat(other.positions()).endsWith((long) PEOPLE + 1));
                assertThat(receiver.received()).hasSize(before);
            } finally {
                first.stop();
                second.stop();
                third.stop();
                fourth.stop();
            }
        }
    }

    /** A node that reaches the table of webhooks by way of a proxy alone. */
    private static DeliveryMeans behind(int port, LedgerDatabase database, DeliveryMeans means, LedgerSchema schema) {
        var cut = (PGSimpleDataSource) database.dataSource(DatabaseRole.READER);
        cut.setPortNumbers(new int[] {port});
        return new DeliveryMeans(
                new DeliveryRows(JdbcClient.create((DataSource) cut), schema),
                means.secrets(),
                means.next(),
                means.head(),
                means.outgoing(),
                means.receivers(),
                means.redeliveries(),
                means.counters(),
                means.backoff(),
                means.attemptsMax());
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
}
