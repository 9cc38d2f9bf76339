package org.consentledger.ledger.wakeup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class AppendSignalsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.administrator());
    private final HikariDataSource pool = pool(database.url());
    private final AppendSignals signals = new AppendSignals(pool);

    private HikariDataSource pool(String url) {
        var made = new HikariDataSource();
        made.setJdbcUrl(url);
        var login = database.login(DatabaseRole.READER);
        made.setUsername(login.user());
        made.setPassword(login.password());
        made.setMaximumPoolSize(1);
        made.setInitializationFailTimeout(-1);
        made.addDataSourceProperty("socketTimeout", 20);
        made.addDataSourceProperty("ApplicationName", "of the pool");
        return made;
    }

    @BeforeEach
    void connect() throws InterruptedException {
        assertThat(signals.await(LONG)).isEmpty();
        assertThat(listening()).isEqualTo(1);
    }

    @AfterEach
    void close() {
        signals.close();
        pool.close();
    }

    @Test
    void manySignalsCountAsOne() throws InterruptedException {
        jdbc.sql("SELECT count(pg_notify('ledger_appended', CAST(n AS text))) FROM generate_series(1, 1000) AS n")
                .query(Long.class)
                .single();
        var last = OptionalLong.empty();
        var times = 0;
        while (last.isEmpty() || last.getAsLong() < 1_000) {
            last = signals.await(LONG);
            times++;
        }
        assertThat(times).isLessThan(1_000);
        assertThat(signals.await(SHORT)).isEmpty();
    }

    @Test
    void aSignalWithoutAPositionStillEndsTheWait() throws InterruptedException {
        for (var payload : new String[] {"", "soon", "-1", "12345678901234567890"}) {
            signal(payload);
            assertThat(signals.await(LONG)).isEmpty();
        }
    }

    @Test
    void takesNoConnectionFromThePool() throws SQLException {
        try (var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(jdbc.sql("SELECT application_name FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                                + " AND datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("of the pool");
    }

    @Test
    void connectsAnewAndSaysThatSignalsMayBeMissing() throws InterruptedException {
        jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                        + " AND datname = current_database()")
                .query(Boolean.class)
                .single();
        // lost
        signal("7");
        assertThat(signals.await(LONG)).isEmpty();
        // the new connection
        assertThat(signals.await(LONG)).isEmpty();
        assertThat(listening()).isEqualTo(1);
        signal("8");
        assertThat(signals.await(LONG)).hasValue(8);
    }

    @Test
    void withoutAServerTheWaitEndsWhenItsTimeIsOver() throws InterruptedException {
        try (var nowhere = pool("jdbc:postgresql://localhost:1/nothing");
                var deaf = new AppendSignals(nowhere)) {
            for (var n = 0; n < 5; n++) {
                assertThat(deaf.await(SHORT)).isEmpty();
            }
        }
    }

    @Test
    void closingEndsTheWait() {
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return signals.await(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        signals.close();
        assertThat(waiting.join()).isEmpty();
        await().atMost(20, SECONDS).until(() -> listening() == 0);
    }

    private void signal(String payload) {
        jdbc.sql("SELECT CAST(pg_notify('ledger_appended', ?) AS text)")
                .param(payload)
                .query(String.class)
                .single();
    }

    private int listening() {
        return jdbc.sql("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()")
                .query(Integer.class)
                .list()
                .size();
    }
}
