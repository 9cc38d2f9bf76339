package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL on a folder of this machine: it listens on the loopback address alone, and only to who knows the
 * password. It is driven by its own {@code initdb} and {@code pg_ctl}, because the embedding library's server trusts
 * everybody, gives up durability (fsync off) and waits in vain for a server that has already failed.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "ledger";
    private static final String ADDRESS = "127.0.0.1";

    /** In seconds. Recovery after a crash may have to replay a lot. */
    private static final String START_WITHIN = "600";

    /** In seconds. A fast shutdown ends connections at once; writing out what is in memory takes the time. */
    private static final String STOP_WITHIN = "60";

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final PostgresFolder folder;
    private final Path home;
    private final Programs programs;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final ServerLog log;

    /**
     * Finds out whether a server could run here, and starts nothing.
     *
     * @throws PostgresException if it could not
     */
    public PostgresServer(PostgresFolder folder) {
        this.folder = folder;
        var release = PostgresRelease.shipped();
        this.home = UnpackedRelease.home(release, folder.programs());
        this.programs = Programs.in(home);
        this.cluster = new Cluster(folder);
        this.postmaster = new Postmaster(folder.data());
        this.log = new ServerLog(folder.log());
        cluster.checkOwner();
        cluster.checkVersion(release);
    }

    /** Whether there is data of an earlier run. */
    public boolean hasData() {
        return cluster.exists();
    }

    /**
     * Starts the server, and before that whatever it needs: programs and data folder are made, and a server that a
     * killed run left behind is stopped.
     *
     * @param taken ports that the server must not take, although they are free
     * @param stages told of each thing that is about to happen
     */
    public Database start(Set<Integer> taken, Consumer<String> stages) throws IOException {
        if (!Files.isDirectory(home)) {
            stages.accept("unpacking PostgreSQL (first start only)");
            UnpackedRelease.unpack(home);
        }
        if (!cluster.exists()) {
            stages.accept("creating the database (first start only)");
            cluster.create(programs);
        }
        endLeftOver(stages);
        stages.accept("starting PostgreSQL");
        log.forgetEarlierRuns();
        var port = freePort(taken);
        launch(port);
        var started = new Database(
                "jdbc:postgresql://" + ADDRESS + ":" + port + "/" + DATABASE,
                Cluster.USER,
                Files.readString(folder.password()).strip());
        createDatabase(port, started);
        return started;
    }

    private void endLeftOver(Consumer<String> stages) {
        var server = postmaster.process().filter(postmaster::serves);
        if (server.isPresent()) {
            stages.accept("stopping the PostgreSQL that a killed run left behind (process "
                    + server.get().pid() + ")");
            stop();
        } else {
            postmaster.disown();
        }
    }

    private void launch(int port) {
        var options = String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=" + ADDRESS,
                "unix_socket_directories=",
                "fsync=on",
                // an error's detail quotes the row: personal data must not get into a log
                "log_error_verbosity=terse");
        var result = programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + folder.data(),
                "--log=" + folder.log(),
                "--options=" + options,
                "--wait",
                "--timeout=" + START_WITHIN);
        if (result.failed()) {
            var complaint = log.lastComplaint().orElse(result.output().replace('\n', ' '));
            throw new PostgresException("PostgreSQL did not start: " + complaint + " (all of it in " + log + ")");
        }
    }

    private static void createDatabase(int port, Database wanted) {
        var maintenance = "jdbc:postgresql://" + ADDRESS + ":" + port + "/postgres";
        try (var connection = DriverManager.getConnection(maintenance, wanted.user(), wanted.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new PostgresException("PostgreSQL started, but cannot be used: " + e.getMessage(), e);
        }
    }

    private static int freePort(Set<Integer> taken) throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ADDRESS))) {
                if (!taken.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    /**
     * Returns when the server has ended, wanted or not. It is no child of this process, which therefore has to look; the
     * library's own way of looking gets slower and slower.
     */
    public void awaitEnd() throws InterruptedException {
        var process = postmaster.process();
        while (process.filter(Postmaster::isRunning).isPresent()) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** What the server complained about last. */
    public String lastComplaint() {
        return log.lastComplaint().orElse("nothing");
    }

    /** Stops the server cleanly, wherever its start has got to; returns when it has ended. */
    @Override
    public void close() {
        programs.interrupt();
        if (postmaster.process().filter(postmaster::serves).isPresent()) {
            stop();
        }
    }

    /**
     * Stops the server as a power cut would: nothing is written out, and the next start recovers from the log. Returns when
     * it has ended.
     */
    public void stopImmediately() {
        stop("immediate");
    }

    /** SIGKILL to every process of the server, as when its machine is lost. Returns when all are gone. */
    public void kill() throws InterruptedException {
        var server = postmaster.process().filter(postmaster::serves);
        if (server.isEmpty()) {
            return;
        }
        var processes =
                Stream.concat(server.stream(), server.get().descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        while (processes.stream().anyMatch(Postmaster::isRunning)) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void stop() {
        stop("fast");
    }

    private void stop(String mode) {
        var result = programs.run(
                "pg_ctl", "stop", "--pgdata=" + folder.data(), "--mode=" + mode, "--wait", "--timeout=" + STOP_WITHIN);
        if (result.failed() && postmaster.process().isPresent()) {
            throw new PostgresException(
                    "PostgreSQL does not stop: " + result.output().replace('\n', ' '));
        }
    }
}
