package org.consentledger.chaos.ground;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.wire.AnswerTrap;
import org.consentledger.chaos.wire.Network;
import org.consentledger.chaos.wire.TcpProxy;
import org.consentledger.chaos.wire.Watch;
import org.jspecify.annotations.Nullable;

/**
 * One service, that may be killed and started again, with the network before it, from its callers, and behind it, to its
 * database.
 */
public final class Node implements AutoCloseable {

    private final ServiceKind kind;
    private final String name;
    private final ServiceSettings settings;
    private final Path log;
    private final TcpProxy callers;
    private final Network database;
    private final AnswerTrap answers = new AnswerTrap();
    private final AnswerTrap commits = new AnswerTrap();
    private volatile Ports ports;
    private volatile JavaProcess process;
    private volatile ClockShift clock;
    private volatile @Nullable Path nextRelease;

    /** Starts it, and does not wait. */
    Node(ServiceKind kind, String name, ClockShift clock, ServiceSettings settings, Path log, Postgres postgres)
            throws IOException {
        this.kind = kind;
        this.name = name;
        this.settings = settings;
        this.log = log;
        this.ports = Ports.free();
        this.clock = clock;
        this.callers = new TcpProxy(() -> this.ports.main(), () -> Watch.forAnything(answers));
        this.database = new Network(postgres.ports(), () -> Watch.forAppends(commits));
        this.process = run();
    }

    private JavaProcess run() throws IOException {
        var next = nextRelease;
        return JavaProcess.start(
                next == null ? ServiceSettings.command(kind, clock) : ServiceSettings.command(kind, clock, next),
                settings.environment(kind, name, ports, database.ports()),
                log);
    }

    public ServiceKind kind() {
        return kind;
    }

    /** The network between it and PostgreSQL. */
    public Network database() {
        return database;
    }

    /** Catches answers to its callers. */
    public AnswerTrap answers() {
        return answers;
    }

    /** Catches PostgreSQL's answers to its appends, which are committed then. */
    public AnswerTrap commits() {
        return commits;
    }

    public ClockShift clock() {
        return clock;
    }

    /** Of the process that runs it now, or did last. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM, as whatever runs it would send; does not wait. */
    public void tellToStop() {
        process.tellToStop();
    }

    /** The exit code of the process that runs it now, once it is gone. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    /** After it was killed; does not wait until it is ready. It comes back on other ports, as a container would. */
    public void startAgain(ClockShift withClock) throws IOException {
        clock = withClock;
        ports = Ports.free();
        process = run();
    }

    /**
     * Ends it in good order, and starts the next release in its place; does not wait until that is ready.
     *
     * @param classes of the next release
     */
    public void upgrade(Path classes) throws IOException {
        process.end();
        nextRelease = classes;
        startAgain(clock);
    }

    /** Where callers reach it, wherever it is. */
    public URI url(String path) {
        return URI.create("http://" + Ports.ADDRESS + ":" + callers.port() + path);
    }

    /** Its own port, with no network in between. */
    public URI directUrl(String path) {
        return URI.create("http://" + Ports.ADDRESS + ":" + ports.main() + path);
    }

    /** Where operators reach it now. */
    public URI managementUrl(String path) {
        return URI.create("http://" + Ports.ADDRESS + ":" + ports.management() + path);
    }

    /** What it said. */
    public Path log() {
        return log;
    }

    /** Ends it in an orderly way. */
    @Override
    public void close() {
        process.end();
        callers.close();
        database.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
