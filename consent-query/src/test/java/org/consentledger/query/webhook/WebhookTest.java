package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.jackson.JsonFormat;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real receiver gets what the ledger records, whatever it answers meanwhile. */
class WebhookTest {

    private static final String FROM_THE_BEGINNING = ",\"after\":-1";
    private static final int ATTEMPTS_MAX = 4;

    private static final int WEBHOOKS_MAX = 4;

    private static LedgerDatabase database;
    private static QueryService service;
    private static Recorder ledger;
    private static WebhookClient webhooks;

    private final Receiver receiver = new Receiver();

    @BeforeAll
    static void start() {
        database = LedgerDatabase.fresh();
        service = QueryService.on(
                database,
                "webhook.plain-http=true",
                "webhook.addresses=127.0.0.0/8",
                "webhook.max=" + WEBHOOKS_MAX,
                "webhook.timeout=1500ms",
                "webhook.retry-delay=10ms",
                "webhook.retry-delay-max=20ms",
                "webhook.attempts-max=" + ATTEMPTS_MAX);
        ledger = service.recorder();
        webhooks = WebhookClient.of(service);
        ledger.record(Facts.notice("2016-10", "2016-10-01", false));
        ledger.record(Facts.recipient("mailing-house"));
        ledger.record(Facts.given("planted-hooked", "business-notices", "2016-11-02"));
        ledger.record(Facts.permitted("planted-hooked", "mailing-house", "2016-11-03"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void removeAll() {
        receiver.close();
        webhooks.ask("GET", "/v1/webhooks", "")
                .json()
                .get("webhooks")
                .forEach(webhook -> webhooks.ask(
                        "DELETE", "/v1/webhooks/" + webhook.get("id").asString(), ""));
    }

    private static List<Long> upTo(long position) {
        return LongStream.rangeClosed(0, position).boxed().toList();
    }

    private void awaitPositions(List<Long> positions) {
        await().untilAsserted(() -> assertThat(receiver.positions()).isEqualTo(positions));
    }

    @Test
    void sendsEveryEventInOrderSignedAndWithNothingPersonalInIt() {
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        awaitPositions(upTo(ledger.position()));
        ledger.record(Facts.revoked("planted-hooked", "business-notices", "2016-12-01"));
        awaitPositions(upTo(ledger.position()));

        assertThat(receiver.received()).allSatisfy(request -> {
            assertThat(request.isSignedWith(webhook.secret())).isTrue();
            assertThat(request.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
            assertThat(request.mediaType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
            var event = new JsonFormat().deserialize(request.body());
            assertThat(event.getId()).isEqualTo(request.id());
            assertThat(event.getType()).startsWith("org.consentledger.");
            assertThat(request.json().toString()).doesNotContain("planted-hooked");
        });
        var last = receiver.received().getLast().json();
        assertThat(last.at("/data/purpose").asString()).isEqualTo("business-notices");
        assertThat(last.at("/data/subjectId").asString())
                .isEqualTo(Facts.id("planted-hooked").value());
        assertThat(last.at("/data/subject").isNull()).isTrue();
        var standing = webhooks.standing(webhook);
        assertThat(standing.get("position").asLong()).isEqualTo(ledger.position());
        assertThat(standing.get("delivered").asLong()).isEqualTo(ledger.position() + 1);
        assertThat(standing.toString()).doesNotContain(webhook.secret());
    }

    @Test
    void sendsWhatItIsForFromNowOn() {
        var webhook = webhooks.make(
                receiver,
                ",\"types\":[\"ConsentGiven\",\"ConsentRevoked\"],\"purposes\":[\"business-notices\",\"other\"]");
        ledger.record(Facts.given("planted-chosen", "business-notices", "2016-11-02"));
        var first = ledger.position();
        ledger.record(Facts.objected("planted-chosen", "interest-ads", "2016-11-02"));
        ledger.record(Facts.given("planted-chosen", "newsletter", "2016-11-02"));
        ledger.record(Facts.permitted("planted-chosen", "mailing-house", "2016-11-03"));
        ledger.record(Facts.revoked("planted-chosen", "*", "2016-12-01"));

        awaitPositions(List.of(first, ledger.position()));
        ledger.record(Facts.objected("planted-chosen", "interest-ads", "2016-11-05"));
        // what it is not for is passed by
        await().untilAsserted(() ->
                assertThat(webhooks.standing(webhook).get("position").asLong()).isEqualTo(ledger.position()));
    }

    @Test
    void whoeverHoldsDataIsToldOfAnErasureWhateverElseItIsFor() {
        var withoutErasures = webhooks.make(receiver, ",\"types\":[\"ConsentGiven\"],\"purposes\":[\"newsletter\"]");
        webhooks.make(receiver, ",\"purposes\":[\"newsletter\"],\"recipients\":[\"mailing-house\"]");
        webhooks.make(
                receiver,
                ",\"types\":[\"ConsentGiven\"],\"purposes\":[\"newsletter\"],\"personalData\":true,\"purposeOfAccess\":\"list\"");
        ledger.record(Facts.erased("planted-forgotten", "2017-01-01"));
        var erased = ledger.position();
        ledger.record(Facts.given("planted-kept", "newsletter", "2016-11-02"));
        var given = ledger.position();

        await().untilAsserted(
                        () -> assertThat(receiver.positions()).containsExactlyInAnyOrder(erased, erased, given, given));
        await().untilAsserted(() -> assertThat(
                        webhooks.standing(withoutErasures).get("position").asLong())
                .isEqualTo(given));
        assertThat(receiver.received().stream()
                        .filter(request -> request.position() == erased)
                        .map(request -> request.json().toString()))
                .allMatch(event -> event.contains("SubjectErased") && !event.contains("planted-forgotten"));
    }

    @Test
    void whatIsPersonalIsSentForAPurposeAndWrittenDown() {
        ledger.record(Facts.given("planted-shown", "business-notices", "2016-11-02"));
        var webhook = webhooks.make(
                receiver,
                ",\"after\":" + (ledger.position() - 1)
                        + ",\"personalData\":true,\"purposeOfAccess\":\"mailing list\"");
        awaitPositions(List.of(ledger.position()));

        assertThat(receiver.received().getFirst().json().at("/data/subject").asString())
                .isEqualTo("planted-shown");
        var accesses = service.get("/v1/subjects/planted-shown/accesses").json().get("accesses");
        assertThat(accesses.valueStream()
                        .filter(access -> access.get("what").asString().equals("webhookDelivery")))
                .singleElement()
                .satisfies(access -> {
                    assertThat(access.get("purpose").asString()).isEqualTo("mailing list");
                    assertThat(access.get("clientId").asString()).isEqualTo("test-client");
                    assertThat(access.get("requestId").asString()).isEqualTo("webhook " + webhook.id());
                });

        ledger.record(Facts.erased("planted-shown", "2017-01-01"));
        await().until(() -> receiver.received().size() == 2);
        var again = webhooks.post(webhook, "/replay?after=" + (ledger.position() - 2));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        await().until(() -> receiver.received().size() == 4);
        assertThat(receiver.received().get(2).id())
                .isEqualTo(receiver.received().getFirst().id());
        assertThat(receiver.received().get(2).json().at("/data/subject").isNull())
                .isTrue();
    }

    @Test
    void triesAgainUntilTheReceiverHasIt() {
        var requests = new AtomicInteger();
        receiver.answers(request -> switch (requests.incrementAndGet()) {
            case 2 -> 503;
            case 3 -> waitFor(new CountDownLatch(1));
            case 4 -> 429;
            default -> 200;
        });
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);

        var head = ledger.position();
        await().until(() ->
                !receiver.positions().isEmpty() && receiver.positions().getLast() == head);
        assertThat(receiver.positions().subList(0, 6)).containsExactly(0L, 1L, 1L, 1L, 1L, 2L);
        assertThat(receiver.received().stream().map(Receiver.Received::id).distinct())
                .hasSize((int) head + 1);
        assertThat(receiver.received()).allMatch(request -> request.isSignedWith(webhook.secret()));
        await().untilAsserted(() -> {
            var standing = webhooks.standing(webhook);
            assertThat(standing.get("position").asLong()).isEqualTo(head);
            assertThat(standing.get("failingSince").isNull()).isTrue();
            assertThat(standing.get("deadLetters").asInt()).isZero();
        });
    }

    /** Longer than the service waits. */
    private static int hang() {
        return waitFor(new CountDownLatch(1));
    }

    private static int waitFor(CountDownLatch latch) {
        try {
            return latch.await(4, TimeUnit.SECONDS) ? 200 : 204;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheReceiverDoesNotTakeIsPutAsideAndTheRestGoesOn() {
        receiver.answers(request -> request.position() == 1 ? 422 : request.position() == 2 ? 500 : 200);
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        var head = ledger.position();
        await().untilAsserted(() ->
                assertThat(webhooks.standing(webhook).get("position").asLong()).isEqualTo(head));

        assertThat(receiver.positions())
                .startsWith(0L, 1L, 2L, 2L, 2L, 2L, 3L)
                .filteredOn(position -> position == 2)
                .hasSize(ATTEMPTS_MAX);
        var letters = webhooks.deadLetters(webhook);
        assertThat(letters.valueStream()
                        .map(letter -> letter.get("position").asLong() + " "
                                + letter.get("attempts").asInt() + " "
                                + letter.get("failure").asString() + " "
                                + letter.get("failureStatus").asInt()))
                .containsExactly("1 1 ANSWERED 422", "2 4 ANSWERED 500");
        assertThat(webhooks.ask("GET", webhook.path() + "/dead-letters?limit=1", "")
                        .next())
                .contains("after=1");

        receiver.answers(request -> request.position() == 1 ? 200 : 503);
        for (var position : List.of(1, 2)) {
            assertThat(webhooks.post(webhook, "/dead-letters/" + position + "/redelivery")
                            .status())
                    .isEqualTo(202);
        }
        await().untilAsserted(() -> {
            var left = webhooks.deadLetters(webhook);
            assertThat(left).hasSize(1);
            assertThat(left.get(0).get("position").asLong()).isEqualTo(2);
            assertThat(left.get(0).get("attempts").asInt()).isEqualTo(5);
            assertThat(left.get(0).get("redeliveryAskedAt").isNull()).isTrue();
        });
        assertThat(webhooks.ask("DELETE", webhook.path() + "/dead-letters/2", "")
                        .status())
                .isEqualTo(204);
        assertThat(webhooks.deadLetters(webhook)).isEmpty();
        for (var gone : List.of("1", "2")) {
            assertThat(webhooks.post(webhook, "/dead-letters/" + gone + "/redelivery")
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Its dead letter is what tells of it; a receiver from whom nothing is kept is not away. */
    @Test
    void nothingFailsAnyMoreOnceNothingWaits() {
        receiver.answers(request -> 500);
        var webhook = webhooks.make(receiver, ",\"after\":" + (ledger.position() - 1));

        await().untilAsserted(() -> assertThat(webhooks.deadLetters(webhook)).hasSize(1));
        await().untilAsserted(() -> {
            var standing = webhooks.standing(webhook);
            assertThat(standing.get("failingSince").isNull()).isTrue();
            assertThat(standing.get("attempts").asInt()).isZero();
        });
    }

    @Test
    void aRefusalIsNoFailing() {
        receiver.answers(request -> request.position() == 1 ? 422 : request.position() == 2 ? hang() : 200);
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        await().until(() -> receiver.positions().contains(2L));

        assertThat(webhooks.deadLetters(webhook)).hasSize(1);
        assertThat(webhooks.standing(webhook).get("failingSince").isNull()).isTrue();
    }

    @Test
    void aReceiverThatIsGoneWhenALetterIsTriedAgainIsSentNothingMore() {
        receiver.answers(request -> 422);
        var webhook = webhooks.make(receiver, ",\"after\":" + (ledger.position() - 1));
        await().untilAsserted(() -> assertThat(webhooks.deadLetters(webhook)).hasSize(1));
        receiver.answers(request -> 410);
        webhooks.post(webhook, "/dead-letters/" + ledger.position() + "/redelivery");

        await().untilAsserted(() ->
                assertThat(webhooks.standing(webhook).get("state").asString()).isEqualTo("GONE"));
        assertThat(webhooks.deadLetters(webhook).get(0).get("failureStatus").asInt())
                .isEqualTo(410);
    }

    @Test
    void whatFailsInTheLedgerIsTold() throws SQLException {
        administer("REVOKE EXECUTE ON FUNCTION access.enter FROM ledger_reader");
        try {
            var webhook = webhooks.make(
                    receiver,
                    ",\"types\":[\"ConsentGiven\"],\"after\":-1,\"personalData\":true,\"purposeOfAccess\":\"mailing list\"");
            await().untilAsserted(() -> {
                var standing = webhooks.standing(webhook);
                assertThat(standing.get("failure").asString("")).isEqualTo("LEDGER_FAILED");
                assertThat(standing.get("failingSince").isNull()).isFalse();
            });
            assertThat(receiver.received()).isEmpty();
            administer("GRANT EXECUTE ON FUNCTION access.enter TO ledger_reader");
            await().untilAsserted(() -> {
                assertThat(receiver.received()).isNotEmpty();
                assertThat(webhooks.standing(webhook).get("failingSince").isNull())
                        .isTrue();
            });
        } finally {
            administer("GRANT EXECUTE ON FUNCTION access.enter TO ledger_reader");
        }
    }

    private static void administer(String sql) throws SQLException {
        try (var connection = database.administrator().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void thereAreNoMoreThanThereMayBe() {
        for (var i = 0; i < WEBHOOKS_MAX; i++) {
            webhooks.make(receiver, "");
        }
        var answer = webhooks.ask("POST", "/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("TOO_MANY_WEBHOOKS");
    }

    @Test
    void sendsAgainFromAPositionAndNothingWhileItIsPaused() {
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        var head = ledger.position();
        awaitPositions(upTo(head));

        assertThat(webhooks.post(webhook, "/pause").json().get("state").asString())
                .isEqualTo("PAUSED");
        var paused = webhooks.post(webhook, "/replay?after=" + (head - 2)).json();
        assertThat(paused.get("position").asLong()).isEqualTo(head - 2);
        assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
        webhooks.make(receiver, ",\"after\":" + (head - 1));
        await().until(() -> receiver.received().size() == head + 2);
        assertThat(receiver.positions()).endsWith(head, head);

        webhooks.post(webhook, "/resume");
        await().until(() -> receiver.received().size() == head + 4);
        assertThat(receiver.positions()).endsWith(head - 1, head);
    }

    @Test
    void aReceiverThatIsGoneIsSentNothingMore() {
        receiver.answers(request -> 410);
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        await().untilAsserted(() ->
                assertThat(webhooks.standing(webhook).get("state").asString()).isEqualTo("GONE"));
        assertThat(receiver.positions()).containsExactly(0L);
        assertThat(webhooks.standing(webhook).get("position").asLong()).isEqualTo(-1);

        receiver.answers(request -> 200);
        webhooks.post(webhook, "/resume");
        await().until(() -> receiver.received().size() == ledger.position() + 2);
        assertThat(receiver.positions()).startsWith(0L, 0L, 1L);
    }

    @Test
    void oneThatIsAwayKeepsNobodyWaiting() {
        try (var away = new Receiver()) {
            var never = new CountDownLatch(1);
            away.answers(request -> waitFor(never));
            var waiting = webhooks.make(away, FROM_THE_BEGINNING);
            await().until(() -> !away.received().isEmpty());

            webhooks.make(receiver, FROM_THE_BEGINNING);
            awaitPositions(upTo(ledger.position()));
            await().untilAsserted(() -> assertThat(
                            webhooks.standing(waiting).get("failure").asString(""))
                    .isEqualTo("TIMED_OUT"));
        }
    }

    @Test
    void signsWithBothSecretsWhileTheReceiverChangesOver() {
        var webhook = webhooks.make(receiver, "");
        var replaced = webhooks.post(webhook, "/secrets").json();
        var newest = replaced.get("secret").asString();
        assertThat(replaced.at("/webhook/previousSecretUntil").isNull()).isFalse();
        assertThat(newest).startsWith("whsec_").isNotEqualTo(webhook.secret());
        ledger.record(Facts.given("planted-resigned", "business-notices", "2016-11-02"));

        await().until(() -> receiver.received().size() == 1);
        assertThat(receiver.received().getFirst().isSignedWith(newest)).isTrue();
        assertThat(receiver.received().getFirst().isSignedWith(webhook.secret()))
                .isTrue();
    }

    @Test
    void goesNowhereElse() {
        receiver.answers(request -> 302);
        var webhook = webhooks.make(receiver, FROM_THE_BEGINNING);
        await().untilAsserted(() -> assertThat(webhooks.deadLetters(webhook)).hasSize((int) ledger.position() + 1));

        assertThat(receiver.received()).extracting(Receiver.Received::path).containsOnly("/hook");
        assertThat(webhooks.deadLetters(webhook).get(0).get("failureStatus").asInt())
                .isEqualTo(302);
    }
}
