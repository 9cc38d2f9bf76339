package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.wakeup.AppendSignals;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is appended is noticed on a signal, and also when signals get lost. */
class WakeUpTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private static final String LISTENING =
            "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()";

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private QueryService service;

    @BeforeEach
    void start() {
        service = QueryService.on(database);
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
        await().until(() -> listening() == 1);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aSignalIsEnough() {
        var head = headThatOnlyListens();
        try {
            for (var n = 1; n <= 20; n++) {
                service.recorder().record(Facts.given("planted-waker", "p" + n, "2016-11-02"));
                var position = n;
                await().atMost(20, SECONDS).until(() -> head.position() == position);
            }
        } finally {
            head.stop();
        }
    }

    @Test
    void aWrongSignalDoesNoHarm() {
        var head = headThatOnlyListens();
        var looks = new AtomicInteger();
        try (var _ = head.subscribe(looks::incrementAndGet)) {
            signal("999999999999");
            await().atMost(20, SECONDS).until(() -> looks.get() == 1);
            assertThat(head.position()).isZero();
            signal("no position");
            await().atMost(20, SECONDS).until(() -> looks.get() == 2);
            // what is known already is not looked for; signals come in order, so the last one tells that it was heard
            signal("0");
            signal("1");
            await().atMost(20, SECONDS).until(() -> looks.get() == 3);
            assertThat(head.position()).isZero();
        } finally {
            head.stop();
        }
    }

    @Test
    void whatWasAppendedInAGapIsSeenAfterIt() {
        var head = headThatOnlyListens();
        try {
            terminateListeners();
            // nobody hears its signal
            service.recorder().record(Facts.given("planted-waker", "in the gap", "2016-11-02"));
            await().atMost(20, SECONDS).until(() -> head.position() == 1);
            await().atMost(20, SECONDS).until(() -> listening() == 2);
            service.recorder().record(Facts.given("planted-waker", "after the gap", "2016-11-02"));
            await().atMost(20, SECONDS).until(() -> head.position() == 2);
        } finally {
            head.stop();
        }
    }

    @Test
    void everythingIsProjectedWhateverBecomesOfTheSignals() {
        for (var round = 0; round < 6; round++) {
            var number = round;
            service.recorder()
                    .record(IntStream.range(0, 10)
                            .mapToObj(n -> Facts.given("planted-waker", "p" + number + "-" + n, "2016-11-02"))
                            .toArray(LedgerEvent[]::new));
            if (round % 3 == 0) {
                terminateListeners();
            }
            var answer = service.get("/v1/subjects/planted-waker/consents");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"p" + number + "-9\"");
        }
        await().atMost(20, SECONDS).until(() -> listening() == 1);
    }

    /** Started, and through with its first look. */
    private LedgerHead headThatOnlyListens() {
        var head = new LedgerHead(service.bean(LedgerReader.class), new AppendSignals(database.dataSource()), NEVER);
        head.start();
        await().atMost(20, SECONDS).until(() -> head.position() == 0 && listening() == 2);
        return head;
    }

    private void signal(String payload) {
        service.jdbc()
                .sql("SELECT CAST(pg_notify('ledger_appended', ?) AS text)")
                .param(payload)
                .query(String.class)
                .single();
    }

    private JdbcClient server() {
        return JdbcClient.create(database.administrator());
    }

    private long listening() {
        return server().sql(LISTENING).query(Integer.class).list().size();
    }

    private void terminateListeners() {
        server().sql("SELECT pg_terminate_backend(pid) FROM (" + LISTENING + ") AS listening")
                .query(Boolean.class)
                .list();
    }
}
