package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.TcpProxy;
import org.consentledger.ledger.coalescing.CoalescedFailureException;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The network fails while events are appended, in the middle of a commit too. */
class CutConnectionsTest {

    private static final int WRITERS = 8;
    private static final int COMMANDS = 60;
    private static final String APPEND = "ledger.append";

    private LedgerDatabase database;
    private LedgerSchema schema;
    private EventStoreUnderTest direct;
    private final List<TcpProxy> proxies = new ArrayList<>();

    @BeforeEach
    void aDatabase() {
        database = LedgerDatabase.fresh();
        schema = LedgerSchema.migrate(database.dataSource());
        direct = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
    }

    @AfterEach
    void closeProxies() {
        proxies.forEach(TcpProxy::close);
    }

    @Test
    void anAppendWhoseAnswerIsLostIsFoundRecordedAndNotRecordedAgain() {
        var proxy = proxy();
        var node = nodeBehind(proxy);
        var command = UUID.randomUUID();
        proxy.swallowNextAnswerTo(APPEND);

        assertThatThrownBy(() -> node.append(command, "Recipient", "recipient-r", 0, registered("r")))
                .isInstanceOf(CommandAlreadyRecordedException.class);

        assertThat(proxy.answersSwallowed()).isEqualTo(1);
        assertThat(direct.reader().command(command))
                .hasValueSatisfying(recorded -> assertThat(recorded.events()).hasSize(1));
        assertThat(direct.reader().head()).isZero();
    }

    /** Writers on two nodes whose connections break all the time, at their commits too; readers follow all the while. */
    @Test
    void nothingAcknowledgedIsLostNothingIsDoubledAndPositionsStayInOrder() throws Exception {
        var acknowledged = ConcurrentHashMap.<UUID>newKeySet();
        var isWriting = new AtomicBoolean(true);
        var nodes = List.of(proxy(), proxy());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<List<Long>>>();
            for (var i = 0; i < 2; i++) {
                readers.add(threads.submit(follow(isWriting)));
            }
            var writers = new ArrayList<Future<?>>();
            for (var w = 0; w < WRITERS; w++) {
                var node = nodeBehind(nodes.get(w % 2));
                var stream = "recipient-w" + w;
                writers.add(threads.submit(() -> write(node, stream, acknowledged)));
            }
            var saboteur = threads.submit(() -> sabotage(nodes, isWriting));
            try {
                for (var writer : writers) {
                    writer.get();
                }
            } finally {
                isWriting.set(false);
            }
            saboteur.get();

            var all = direct.reader().read(EventFilter.everything(-1, 10_000));
            assertThat(nodes)
                    .allSatisfy(node -> assertThat(node.answersSwallowed()).isPositive());
            assertThat(acknowledged).hasSize(WRITERS * COMMANDS);
            assertThat(all).extracting(RecordedEvent::commandId).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(all).extracting(RecordedEvent::recordedAt).isSorted();
            for (var reader : readers) {
                assertThat(reader.get())
                        .containsExactlyElementsOf(
                                LongStream.range(0, all.size()).boxed().toList());
            }
        }
    }

    private Callable<List<Long>> follow(AtomicBoolean isWriting) {
        return () -> {
            var seen = new ArrayList<Long>();
            while (isWriting.get() || direct.reader().head() > last(seen)) {
                direct.reader()
                        .read(EventFilter.everything(last(seen), 100))
                        .forEach(event -> seen.add(event.position()));
            }
            return seen;
        };
    }

    /** Each command until it is acknowledged, as a caller would who got no answer. */
    private static void write(
            EventStoreUnderTest node, String stream, ConcurrentHashMap.KeySetView<UUID, Boolean> done) {
        for (var sequence = 0; sequence < COMMANDS; sequence++) {
            var command = UUID.randomUUID();
            while (!done.contains(command)) {
                try {
                    node.append(command, "Recipient", stream, sequence, registered(stream));
                    done.add(command);
                } catch (CommandAlreadyRecordedException e) {
                    done.add(command);
                } catch (CoalescedFailureException e) {
                    assertThat(e).hasRootCauseInstanceOf(Exception.class);
                }
            }
        }
    }

    private void sabotage(List<TcpProxy> proxies, AtomicBoolean isWriting) {
        var seen = -1L;
        while (isWriting.get()) {
            var head = direct.reader().head();
            if (head >= seen + 10) {
                seen = head;
                var proxy = proxies.get((int) (head % proxies.size()));
                if (head % 3 == 0) {
                    proxy.cutAll();
                } else {
                    proxy.swallowNextAnswerTo(APPEND);
                }
            }
        }
    }

    private TcpProxy proxy() {
        var proxy = new TcpProxy(database.port());
        proxies.add(proxy);
        return proxy;
    }

    private EventStoreUnderTest nodeBehind(TcpProxy proxy) {
        var dataSource = (PGSimpleDataSource) database.dataSource(DatabaseRole.WRITER);
        dataSource.setPortNumbers(new int[] {proxy.port()});
        // so that every call shows its text to the proxy
        dataSource.setPrepareThreshold(0);
        return new EventStoreUnderTest(schema, dataSource, NoOpEventUpcaster.INSTANCE);
    }

    private static long last(List<Long> seen) {
        return seen.isEmpty() ? -1 : seen.getLast();
    }

    private static RecipientRegistered registered(String code) {
        return new RecipientRegistered(code, "A recipient", RecipientClass.SUB_SUPPLIER, "IT");
    }
}
