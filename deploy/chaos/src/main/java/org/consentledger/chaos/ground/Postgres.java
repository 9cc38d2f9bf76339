package org.consentledger.chaos.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.consentledger.chaos.wire.AnswerTrap;
import org.consentledger.chaos.wire.TcpProxy;
import org.consentledger.chaos.wire.Watch;
import org.consentledger.standalone.postgres.Database;
import org.consentledger.standalone.postgres.PostgresFolder;

/**
 * A primary and its synchronous standby, as their administrator has them: with connections of its own, past every proxy but
 * the one between the two. What is said of the server is said of the primary.
 */
public final class Postgres implements AutoCloseable {

    static final String WRITER = "consent_command";
    static final String READER = "consent_query";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String STANDBY = "standby";
    private static final Duration FOLLOWS_WITHIN = Duration.ofMinutes(2);

    private final List<Server> servers;
    private final TcpProxy replication;
    private volatile Server primary;

    private Postgres(List<Server> servers) throws IOException {
        this.servers = List.copyOf(servers);
        this.primary = servers.getFirst();
        this.replication = new TcpProxy(() -> primary.port(), () -> Watch.forAnything(new AnswerTrap()));
    }

    /**
     * Starts both, empty.
     *
     * @param folder in which each has its own
     * @param programs where their programs are, or are to be unpacked
     * @throws IllegalStateException if they could forget what they have acknowledged
     */
    static Postgres start(Path folder, Path programs, Path log, Path password) throws IOException, SQLException {
        var servers = List.of(
                new Server(new PostgresFolder(folder.resolve("first"), programs, log, password)),
                new Server(new PostgresFolder(folder.resolve("second"), programs, log, password)));
        var postgres = new Postgres(servers);
        try {
            postgres.primary.start();
            postgres.makeLogins();
            postgres.addStandby();
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private void makeLogins() throws SQLException {
        for (var setting : DURABLE) {
            if (!primary.is("SELECT current_setting('" + setting + "') = 'on'")) {
                throw new IllegalStateException(setting + " is off");
            }
        }
        var login = "CREATE ROLE %s LOGIN PASSWORD '" + owner().password() + "' IN ROLE %s";
        primary.execute(
                "CREATE ROLE ledger_writer",
                "CREATE ROLE ledger_reader",
                login.formatted(WRITER, "ledger_writer"),
                login.formatted(READER, "ledger_reader"));
    }

    private Server other() {
        return servers.getFirst().equals(primary) ? servers.getLast() : servers.getFirst();
    }

    /** As services are told it: whichever of the two takes writes. */
    static String url(List<Integer> ports) {
        return ports.stream()
                .map(port -> Ports.ADDRESS + ":" + port)
                .collect(Collectors.joining(",", "jdbc:postgresql://", "/ledger?targetServerType=primary"));
    }

    Database owner() {
        return primary.database();
    }

    /** Where each of the two listens at the moment, or did last. */
    List<IntSupplier> ports() {
        return servers.stream().<IntSupplier>map(server -> server::port).toList();
    }

    /** As the owner of everything. */
    public Connection connect() throws SQLException {
        return primary.connect();
    }

    /** As a power cut would. */
    public void stopImmediately() {
        primary.stopImmediately();
    }

    /** After a stop. It may come back on another port. */
    public void startAgain() throws IOException {
        primary.start();
    }

    /**
     * SIGKILL to the server process of one of a login's connections. PostgreSQL then takes its memory for damaged: it ends
     * all the others too, and recovers as after a power cut.
     *
     * @return whether there was one
     */
    public boolean killBackend(String login) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(
                        "SELECT pid FROM pg_stat_activity WHERE usename = ? ORDER BY backend_start DESC LIMIT 1")) {
            statement.setString(1, login);
            try (var result = statement.executeQuery()) {
                return result.next()
                        && ProcessHandle.of(result.getLong("pid"))
                                .map(ProcessHandle::destroyForcibly)
                                .orElse(false);
            }
        }
    }

    /** SIGKILL to every process of the primary. */
    public void killPrimary() throws InterruptedException {
        primary.kill();
    }

    /** Makes the standby primary, whatever became of the other one. It waits for no standby then. */
    public void promote() throws SQLException {
        var standby = other();
        if (!standby.is("SELECT pg_promote()")) {
            throw new IllegalStateException("the standby was not promoted");
        }
        primary = standby;
    }

    /** The one that is not primary, as it was when it was. */
    public Lost lost() {
        return new Lost(other());
    }

    /** Makes the one that is not primary a standby, of the primary as it is now, whose commits wait for it from then on. */
    public void addStandby() throws IOException, SQLException {
        other().follow(primary, replication.port(), STANDBY);
        Awaitility.await().atMost(FOLLOWS_WITHIN).until(() -> isFollowed("streaming"));
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = '" + STANDBY + "'", "SELECT pg_reload_conf()");
        Awaitility.await().atMost(FOLLOWS_WITHIN).until(this::isSynchronous);
    }

    private boolean isFollowed(String state) throws SQLException {
        return primary.is("SELECT EXISTS (SELECT FROM pg_stat_replication WHERE state = '" + state + "')");
    }

    private boolean isSynchronous() throws SQLException {
        return primary.is("SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')");
    }

    /** Cuts the standby off from the primary. */
    public void cutStandbyOff() {
        replication.refuse();
    }

    /** The standby reaches the primary again. */
    public void letStandbyFollow() {
        replication.admit();
    }

    @Override
    public void close() {
        replication.close();
        servers.forEach(Server::close);
    }
}
