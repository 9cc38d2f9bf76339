package org.consentledger.ledger.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.TcpProxy;
import org.consentledger.ledger.start.DatabaseRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

@Timeout(60)
class DatabaseWatchTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final TcpProxy network = new TcpProxy(database.port());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HikariDataSource pool = new HikariDataSource();
    private final DatabaseWatch watch = new DatabaseWatch(pool);

    private void watchBehind(int port) {
        watch(database, port);
    }

    private void watch(LedgerDatabase of, int port) {
        pool.setJdbcUrl(of.url().replace(":" + of.port() + "/", ":" + port + "/"));
        var login = of.login(DatabaseRole.READER);
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(1);
        pool.setInitializationFailTimeout(-1);
        // a service waits longer for its answers than the watch does
        pool.addDataSourceProperty("socketTimeout", 20);
        watch.bindTo(meters);
        watch.start();
    }

    @AfterEach
    void close() {
        watch.stop();
        pool.close();
        network.close();
    }

    @Test
    void isKnownFromTheStartAndNoticesWhenTheDatabaseGoes() {
        watchBehind(network.port());
        assertThat(reachable()).isEqualTo(1);

        network.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> reachable() == 0);
    }

    @Test
    void aConnectionThatBreaksIsReplaced() {
        watchBehind(network.port());

        network.cutAll();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).until(() -> reachable() == 1);
    }

    @Test
    void aPoolWithoutAConnectionToGiveIsAnotherTrouble() throws Exception {
        watchBehind(network.port());
        try (var taken = pool.getConnection()) {
            network.cutAll();

            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).until(() -> reachable() == 1);
            assertThat(pool.getHikariPoolMXBean().getIdleConnections()).isZero();
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void aNetworkThatSwallowsEverythingHoldsNobodyUp() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var begunNanos = System.nanoTime();
            watchBehind(silent.getLocalPort());

            assertThat(reachable()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begunNanos)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** As when the old primary is fenced: connections stay open, and would stay for half an hour. */
    @Test
    void aServerThatTakesNoWritesIsLeft() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var own = LedgerDatabase.on(server);
            watch(own, own.port());
            var before = process();

            setReadOnly(own, "on");
            await().atMost(Duration.ofSeconds(10)).until(() -> reachable() == 0);
            setReadOnly(own, "off");

            await().atMost(Duration.ofSeconds(20)).until(() -> reachable() == 1);
            assertThat(process()).isNotEqualTo(before);
        }
    }

    /** Of the server, behind the pool's one connection. */
    private int process() throws SQLException {
        try (var connection = pool.getConnection()) {
            return connection.unwrap(PGConnection.class).getBackendPID();
        }
    }

    private static void setReadOnly(LedgerDatabase database, String value) throws SQLException {
        try (var connection = database.administrator().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET default_transaction_read_only = " + value);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private double reachable() {
        return meters.get("ledger.database.reachable").gauge().value();
    }
}
