package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.Evidence;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.keyring.SubjectsUnderTest;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.ledger.serial.SampleEvents;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventStoreTest {

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00Z");

    private static final LongAdder LOST = new LongAdder();

    private LedgerDatabase database;
    private EventStoreUnderTest one;
    private EventStoreUnderTest other;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        database = LedgerDatabase.fresh();
        one = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        other = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
    }

    @Test
    void theFirstPositionIsZero() {
        assertThat(one.reader().head()).isEqualTo(-1);

        one.append("Recipient", "recipient-r", 0, registered("r"));

        assertThat(other.reader().head()).isZero();
    }

    @Test
    void everyKindOfEventComesBackAsItWentIn() {
        var events = SampleEvents.all();
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof SubjectEvent event) {
                one.append("Subject", "s-" + "%032x".formatted(i), 0, event);
            } else {
                one.append("Recipient", "stream-" + i, 0, events.get(i));
            }
        }

        var unsealing = new Unsealing(SubjectsUnderTest.directory(database.dataSource()));
        assertThat(unsealing.of(other.reader().read(EventFilter.everything(-1, 100))))
                .extracting(RecordedEvent::event)
                .containsExactlyElementsOf(events);
    }

    @Test
    void theTimeOfRecordingKeepsItsMicroseconds() {
        var before = Instant.now();
        one.append("Recipient", "recipient-r", 0, registered("r"));

        var recordedAt =
                one.reader().read(EventFilter.everything(-1, 1)).getFirst().recordedAt();
        var message = one.engine().readEvents("recipient-r", 0).next();

        assertThat(recordedAt).isBetween(before.minusMillis(1), Instant.now());
        assertThat(message.getTimestamp()).isEqualTo(recordedAt);
    }

    @Test
    void whoComesSecondIsToldSo() {
        one.append("Recipient", "recipient-r", 0, registered("r"));

        assertThatThrownBy(() -> other.append("Recipient", "recipient-r", 0, registered("r")))
                .isInstanceOf(AggregateStreamCreationException.class);
        one.append("Recipient", "recipient-r", 1, retired("r"));
        assertThatThrownBy(() -> other.append("Recipient", "recipient-r", 1, retired("r")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(one.reader().read(EventFilter.everything(-1, 10))).hasSize(2);
    }

    @Test
    void commitsAreMeasuredAndWhatIsTurnedAwayAppendsNothing() {
        one.append("Recipient", "recipient-r", 0, registered("r"));
        one.append("Recipient", "recipient-s", 0, registered("s"), retired("s"));
        assertThatThrownBy(() -> one.append("Recipient", "recipient-r", 0, registered("r")))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(one.meters().get("ledger.append.events").counter().count()).isEqualTo(3);
        assertThat(one.meters().get("ledger.append.batch.size").summary().count())
                .isEqualTo(3);
        assertThat(one.meters().get("ledger.append.batch.size").summary().totalAmount())
                .isEqualTo(3);
        assertThat(one.meters().get("ledger.append.duration").timer().count()).isEqualTo(3);
        assertThat(other.meters().get("ledger.append.events").counter().count()).isZero();
    }

    @Test
    void aCommandIsRecordedOnceHoweverOftenItIsTried() {
        var commandId = UUID.randomUUID();
        one.append(commandId, "Recipient", "recipient-r", 0, registered("r"));

        assertThatThrownBy(() -> other.append(commandId, "Recipient", "recipient-r", 1, retired("r")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(one.reader().command(commandId))
                .hasValueSatisfying(command -> assertThat(command.events())
                        .extracting(RecordedEvent::type)
                        .containsExactly("RecipientRegistered"));
    }

    @Test
    void anEventWithoutACommandIsNotRecorded() {
        var nameless =
                EventStoreUnderTest.messages(MetaData.emptyInstance(), "Recipient", "recipient-r", 0, registered("r"));

        assertThatThrownBy(() -> one.engine().appendEvents(nameless)).hasStackTraceContaining("commandId");
        assertThat(one.reader().head()).isEqualTo(-1);
    }

    @Test
    void aTransferDecidedOnAnOlderCatalogueIsTurnedAwayIfItsRecipientChangedSince() {
        one.append("Recipient", "recipient-r", 0, registered("r"));
        one.append("Recipient", "recipient-q", 0, registered("q"));
        var knownThen = one.reader().head();
        other.append("Recipient", "recipient-r", 1, retired("r"));

        assertThatThrownBy(() -> one.append("Subject", SampleEvents.SUBJECT.value(), 0, transfer("r", knownThen)))
                .isInstanceOf(ConcurrencyException.class);
        one.append("Subject", SampleEvents.SUBJECT.value(), 0, transfer("q", knownThen));
        one.append(
                "Subject",
                SampleEvents.SUBJECT.value(),
                1,
                transfer("r", other.reader().head()));
        assertThat(one.reader().read(new EventFilter(-1, 10, "TransferRefused", null, null)))
                .hasSize(2);
    }

    @Test
    void aTransferDecidedBeforeANoticeWasPublishedIsTurnedAway() {
        one.append("Recipient", "recipient-r", 0, registered("r"));
        var knownThen = one.reader().head();
        other.append(
                "Notice",
                "notice-n",
                0,
                new NoticePublished(new Notice("n", "v1", AT, false, List.of(), List.of(), List.of())));

        assertThatThrownBy(() -> one.append("Subject", SampleEvents.SUBJECT.value(), 0, transfer("r", knownThen)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void anEventIsNeverChangedOrRemoved() {
        one.append("Recipient", "recipient-r", 0, registered("r"));
        var jdbc = JdbcClient.create(database.dataSource());

        for (var change : List.of(
                "UPDATE ledger.event SET payload = '{}'", "DELETE FROM ledger.event", "TRUNCATE ledger.event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("never changed or removed");
        }
        assertThat(one.reader().head()).isZero();
    }

    @Test
    void anAppenderThatStallsInItsTurnDoesNotHangTheOthers() throws Exception {
        try (var stalled = database.dataSource().getConnection();
                var statement = stalled.createStatement()) {
            stalled.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(27988542867467892)");

            assertThatThrownBy(() -> one.append("Recipient", "recipient-r", 0, registered("r")))
                    .hasStackTraceContaining("lock timeout");
        }
        one.append("Recipient", "recipient-r", 0, registered("r"));
        assertThat(one.reader().head()).isZero();
    }

    @Test
    void aConsentThatWillExpireIsNotedInTheCommitThatRecordsIt() {
        one.append("Subject", SampleEvents.SUBJECT.value(), 0, consent(AT.plusSeconds(60)), consent(null));

        assertThat(JdbcClient.create(database.dataSource())
                        .sql("SELECT consent_event_id FROM ledger.consent_due WHERE valid_until = ? AND purpose = 'p'")
                        .param(AT.plusSeconds(60).atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .containsExactly(one.reader()
                        .read(EventFilter.everything(-1, 1))
                        .getFirst()
                        .id());
    }

    @Test
    void theLatestVerdictOnATransferIsFound() {
        one.append("Recipient", "recipient-r", 0, registered("r"));
        var known = one.reader().head();
        one.append("Subject", SampleEvents.SUBJECT.value(), 0, transfer("r", known));
        one.append("Subject", SampleEvents.SUBJECT.value(), 1, transfer("r", known));

        var key = one.subjects().recorded(SampleEvents.SUBJECT).key();
        assertThat(other.known().about(SampleEvents.SUBJECT.value(), List.of(transfer("r", 77)), key))
                .extracting(RecordedEvent::position)
                .containsExactly(2L);
    }

    /** Writers on two nodes, some of whom conflict and roll back, while a reader follows the head. */
    @Test
    void aReaderThatHasSeenAPositionNeverFindsALowerOneLater() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> follow = () -> {
                var seen = new ArrayList<Long>();
                while (writing.get() || other.reader().head() > last(seen)) {
                    other.reader().read(EventFilter.everything(last(seen), 50)).forEach(e -> seen.add(e.position()));
                }
                return seen;
            };
            var reader = threads.submit(follow);
            var writers = new ArrayList<Future<?>>();
            for (var w = 0; w < 8; w++) {
                var store = w % 2 == 0 ? one : other;
                var stream = "recipient-w" + w / 2;
                writers.add(threads.submit(() -> write(store, stream)));
            }
            try {
                for (var writer : writers) {
                    writer.get();
                }
            } finally {
                writing.set(false);
            }

            assertThat(LOST.sum()).as("attempts that lost and rolled back").isPositive();
            var written = one.reader().read(EventFilter.everything(-1, 10_000));
            assertThat(reader.get())
                    .containsExactlyElementsOf(
                            LongStream.range(0, written.size()).boxed().toList());
            assertThat(written).extracting(RecordedEvent::recordedAt).isSorted();
        }
    }

    private static void write(EventStoreUnderTest store, String stream) {
        for (var sequence = 0; sequence < 60; sequence++) {
            try {
                store.append("Recipient", stream, sequence, registered(stream));
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                LOST.increment();
            }
        }
    }

    private static long last(List<Long> seen) {
        return seen.isEmpty() ? -1 : seen.getLast();
    }

    private static RecipientRegistered registered(String code) {
        return new RecipientRegistered(code, "A recipient", RecipientClass.SUB_SUPPLIER, "IT");
    }

    private static ConsentGiven consent(@Nullable Instant validUntil) {
        return new ConsentGiven(
                SampleEvents.SUBJECT,
                "anna",
                "p",
                "n",
                "v1",
                new Evidence(Channel.API, ConsentForm.EXPLICIT, null, null, null),
                Giver.theSubject(),
                AT,
                validUntil);
    }

    private static RecipientRetired retired(String code) {
        return new RecipientRetired(code, AT);
    }

    private static TransferRefused transfer(String recipient, long cataloguePosition) {
        return new TransferRefused(
                SampleEvents.SUBJECT,
                new Transfer("anna", recipient, "p", List.of("contact"), AT, null),
                List.of(Reason.PURPOSE_NOT_IN_NOTICE),
                new DecidedOn(cataloguePosition, ""));
    }
}
