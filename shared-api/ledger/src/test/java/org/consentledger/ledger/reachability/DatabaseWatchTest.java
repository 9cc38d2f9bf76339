package org.consentledger.ledger.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.TcpProxy;
import org.consentledger.ledger.start.DatabaseRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseWatchTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final TcpProxy network = new TcpProxy(database.port());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HikariDataSource pool = new HikariDataSource();
    private final DatabaseWatch watch = new DatabaseWatch(pool);

    private void watchBehind(int port) {
        pool.setJdbcUrl(database.url().replace(":" + database.port() + "/", ":" + port + "/"));
        var login = database.login(DatabaseRole.READER);
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

    private double reachable() {
        return meters.get("ledger.database.reachable").gauge().value();
    }
}
