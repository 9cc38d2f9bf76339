package org.consentledger.query.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.consentledger.http.metrics.MetricsPage;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.connection.OwnConnection;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.feed.CloudEvents;
import org.consentledger.query.feed.SourceUri;
import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What goes out and where it goes on, on a recording producer; that a real broker may be killed meanwhile is shown elsewhere. */
class RelayTest {

    private static final RelayProperties PROPERTIES = new RelayProperties("", "consent-ledger", null, false);
    private static final String CLIENT = "consent-query";

    private final QueryService service = QueryService.shared();
    private final LedgerReader ledger = service.bean(LedgerReader.class);
    private final LedgerHead head = service.bean(LedgerHead.class);
    private final JsonMapper json = service.bean(JsonMapper.class);
    private final SourceUri source = service.bean(SourceUri.class);
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void eventsGoOutOnceEachWithHowFarTheyGoAndWithoutWhatIsPersonal() throws InterruptedException {
        var before = service.recorder().position();
        service.recorder().record(Facts.given("planted-relayed", "business-notices", "2016-11-02"));
        service.recorder().record(Facts.recipient("relayed-house"));

        relay(before, Disclosure.withoutPersonalData());

        assertThat(producer.transactionInFlight()).isFalse();
        var events = sentTo("consent-ledger");
        assertThat(events).hasSize(2);
        var consent = read(events.getFirst());
        assertThat(consent.getType()).isEqualTo("org.consentledger.ConsentGiven");
        assertThat(consent.getSource()).isEqualTo(source.uri());
        assertThat(consent.getExtension("position")).isEqualTo(Long.toString(before + 1));
        assertThat(consent.getSubject()).isEqualTo(Facts.id("planted-relayed").value());
        assertThat(new String(events.getFirst().key(), UTF_8)).isEqualTo(consent.getSubject());
        assertThat(new String(events.getFirst().value(), UTF_8))
                .contains("\"purpose\":\"business-notices\"", "\"subject\":null")
                .doesNotContain("planted-relayed", "web-shop");
        assertThat(new String(events.getLast().key(), UTF_8)).isEqualTo("recipient-relayed-house");
        var reached = sentTo("consent-ledger.position").getLast();
        assertThat(new String(reached.key(), UTF_8)).isEqualTo(source.uri().toString());
        assertThat(json.readTree(reached.value()).path("position").asString()).isEqualTo(Long.toString(before + 2));
        assertThat(json.readTree(reached.value()).path("id").asString())
                .isEqualTo(read(events.getLast()).getId());
    }

    @Test
    void inFullTheyGoOutOnceTheAccessIsWrittenDown() throws InterruptedException {
        var before = service.recorder().position();
        service.recorder().record(Facts.given("planted-relayed-in-full", "business-notices", "2016-11-02"));

        relay(before, Disclosure.inFull(service.bean(Unsealing.class), service.bean(AccessLog.class)));

        assertThat(new String(sentTo("consent-ledger").getFirst().value(), UTF_8))
                .contains("\"subject\":\"planted-relayed-in-full\"");
        assertThat(service.ask("/v1/accesses?client=" + CLIENT + "&subjectId="
                                + Facts.id("planted-relayed-in-full").value())
                        .json()
                        .path("accesses"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("purpose").asString()).isEqualTo("relay to Kafka"));
    }

    @Test
    void nothingGoesOutOnTopOfAnotherHistory() {
        service.recorder().record(Facts.recipient("relayed-before"));
        var position = service.recorder().position();
        var id = ledger.at(List.of(position)).getFirst().id();
        var here = source.uri().toString();

        assertThatThrownBy(() -> run(new Relayed(here, position, "another")))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("does not have there");
        assertThatThrownBy(() -> run(new Relayed(here, position + 1_000, id)))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("does not have there");
        assertThatThrownBy(() -> run(new Relayed("urn:consent-ledger:log:another", position, id)))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("another ledger");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void oneNodeAtATimeHasTheTurn() {
        var database = service.bean(DataSource.class);
        var one = new RelayTurn(database);
        try (var other = new RelayTurn(database)) {
            assertThat(one.take()).isTrue();
            assertThat(other.take()).isFalse();

            one.close();
            await("the database has noticed").until(other::take);
            assertThat(one.take()).isFalse();

            other.giveBack();
            assertThat(one.take()).isTrue();
        } finally {
            one.close();
        }
    }

    @Test
    void aServerThatIsNoPrimaryAnyMoreGivesNoTurn() throws SQLException {
        var database = service.bean(DataSource.class);
        try (var session = OwnConnection.open(database);
                var sql = session.createStatement();
                var turn = new RelayTurn(new SingleConnectionDataSource(session, true))) {
            assertThat(turn.take()).isTrue();
            turn.requireHeld();
            turn.giveBack();

            sql.execute("SET default_transaction_read_only = on");
            assertThatThrownBy(turn::requireHeld).isInstanceOf(DataAccessResourceFailureException.class);
        }
        try (var session = OwnConnection.open(database);
                var sql = session.createStatement();
                var turn = new RelayTurn(new SingleConnectionDataSource(session, true))) {
            sql.execute("SET default_transaction_read_only = on");
            assertThatThrownBy(turn::take).isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    @Test
    void whereNoBrokerIsNamedThereIsNothingOfIt() {
        assertThat(service.has(Relay.class)).isFalse();
        assertThat(service.manage("/actuator/prometheus").body()).doesNotContain("ledger_relay");
    }

    @Test
    void aBrokerThatIsAwayHurtsNothingElseAndIsTold() {
        try (var relaying = QueryService.on(LedgerDatabase.fresh(), "query.kafka.bootstrap=127.0.0.1:1")) {
            relaying.recorder().record(Facts.recipient("relayed-later"));

            await().untilAsserted(() -> {
                var scrape = relaying.manage("/actuator/prometheus").body();
                assertThat(scrape.lines())
                        .contains("ledger_relay_active 1.0")
                        .anyMatch(line -> line.matches("ledger_relay_lag_seconds [0-9.]*[1-9][0-9.]*"));
                assertThat(ofRelay(MetricsPage.scraped(scrape)))
                        .isNotEmpty()
                        .isEqualTo(ofRelay(MetricsPage.of("relay")));
                assertThat(MetricsPage.withoutHelp(scrape)).isEmpty();
            });
            assertThat(relaying.manage("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(relaying.get("/v1/recipients/relayed-later").status()).isEqualTo(200);
        }
    }

    private static List<MetricsPage.Metric> ofRelay(Set<MetricsPage.Metric> metrics) {
        return metrics.stream()
                .filter(metric -> metric.name().startsWith("ledger_relay_"))
                .toList();
    }

    private void relay(long after, Disclosure disclosure) throws InterruptedException {
        producer.initTransactions();
        var progress = new RelayProgress(head::position);
        progress.active();
        var last = after < 0
                ? Optional.<Relayed>empty()
                : Optional.of(new Relayed(
                        source.uri().toString(),
                        after,
                        ledger.at(List.of(after)).getFirst().id()));
        var newest = service.recorder().position();
        relaying(disclosure, progress)
                .run(new KafkaOutlet(producer, last, PROPERTIES, json), new Until(() -> progress.position() >= newest));
    }

    private void run(Relayed last) throws InterruptedException {
        relaying(Disclosure.withoutPersonalData(), new RelayProgress(head::position))
                .run(new KafkaOutlet(producer, Optional.of(last), PROPERTIES, json), new Until(() -> true));
    }

    private Relaying relaying(Disclosure disclosure, RelayProgress progress) {
        return new Relaying(ledger, head, service.bean(CloudEvents.class), disclosure, source, progress);
    }

    private List<ProducerRecord<byte[], byte[]>> sentTo(String topic) {
        var sent = new ArrayList<>(producer.history());
        sent.removeIf(one -> !one.topic().equals(topic));
        return sent;
    }

    private static CloudEvent read(ProducerRecord<byte[], byte[]> sent) {
        try (var reader = new CloudEventDeserializer()) {
            return reader.deserialize(sent.topic(), sent.headers(), sent.value());
        }
    }

    /** Lets it run until all is there. */
    private record Until(BooleanSupplier isOver) implements Relaying.Watch {

        @Override
        public boolean isToGoOn() {
            return !isOver.getAsBoolean();
        }

        @Override
        public void requireTurn() {
            // nobody else wants it
        }

        @Override
        public void goesWell() {
            // as it must
        }
    }
}
