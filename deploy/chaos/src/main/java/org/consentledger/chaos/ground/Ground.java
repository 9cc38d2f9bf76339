package org.consentledger.chaos.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.log.note.SigningKey;

/**
 * A PostgreSQL with its synchronous standby, two nodes of consent-command and some of consent-query, each a process of its own, on an
 * empty ledger. One clock is an hour behind from the beginning.
 */
public final class Ground implements AutoCloseable {

    private final Path folder;
    private final Secrets secrets;
    private final Postgres postgres;
    private final List<Node> nodes;
    private boolean isClosed;

    private Ground(Path folder, Secrets secrets, Postgres postgres, List<Node> nodes) {
        this.folder = folder;
        this.secrets = secrets;
        this.postgres = postgres;
        this.nodes = List.copyOf(nodes);
    }

    /** The same with one node of consent-query. */
    public static Ground start(Path target) throws IOException, SQLException {
        return start(target, 1);
    }

    /**
     * Starts everything; the services are not ready yet.
     *
     * @param target where logs are left, and PostgreSQL's programs for the next run
     * @param queryNodes how many of consent-query
     */
    public static Ground start(Path target, int queryNodes) throws IOException, SQLException {
        return start(target, queryNodes, Map.of());
    }

    /**
     * Starts everything; the services are not ready yet.
     *
     * @param target where logs are left, and PostgreSQL's programs for the next run
     * @param queryNodes how many of consent-query
     * @param ofQuery more variables of consent-query
     */
    public static Ground start(Path target, int queryNodes, Map<String, String> ofQuery)
            throws IOException, SQLException {
        var root = Files.createDirectories(target.toAbsolutePath());
        removeLogs(root);
        var folder = Files.createTempDirectory(root, "data-");
        var secrets = Secrets.make(folder);
        var postgres = Postgres.start(
                Files.createDirectory(folder.resolve("postgres")),
                root.resolve("programs"),
                root.resolve("postgres.log"),
                secrets.databasePassword());
        var nodes = new ArrayList<Node>();
        try {
            var settings = new ServiceSettings(secrets, folder, postgres.owner(), ofQuery);
            nodes.add(node("consent-command-1", ServiceKind.COMMAND, ClockShift.NONE, settings, root, postgres));
            nodes.add(node("consent-command-2", ServiceKind.COMMAND, ClockShift.BEHIND, settings, root, postgres));
            for (var number = 1; number <= queryNodes; number++) {
                nodes.add(
                        node("consent-query-" + number, ServiceKind.QUERY, ClockShift.NONE, settings, root, postgres));
            }
            return new Ground(folder, secrets, postgres, nodes);
        } catch (IOException e) {
            nodes.forEach(Node::close);
            postgres.close();
            PathUtils.deleteDirectory(folder);
            throw e;
        }
    }

    private static Node node(
            String name, ServiceKind kind, ClockShift clock, ServiceSettings settings, Path logs, Postgres postgres)
            throws IOException {
        return new Node(kind, name, clock, settings, logs.resolve(name + ".log"), postgres);
    }

    /** Of earlier runs. */
    private static void removeLogs(Path target) throws IOException {
        try (var logs = Files.newDirectoryStream(target, "*.log")) {
            for (var log : logs) {
                Files.delete(log);
            }
        }
    }

    public Postgres postgres() {
        return postgres;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** Both of them. */
    public List<Node> commandNodes() {
        return of(ServiceKind.COMMAND).toList();
    }

    /** All of them. */
    public List<Node> queryNodes() {
        return of(ServiceKind.QUERY).toList();
    }

    /** The first of them. */
    public Node query() {
        return queryNodes().getFirst();
    }

    private Stream<Node> of(ServiceKind kind) {
        return nodes.stream().filter(node -> node.kind() == kind);
    }

    /** The key by which the log's signatures are verified. */
    public String verificationKey() throws IOException {
        return SigningKey.parse(Files.readString(secrets.signingKey()))
                .verification()
                .toString();
    }

    /** For files of the run; gone when it is over. */
    public Path folder() {
        return folder;
    }

    /** Also when it is interrupted. */
    @Override
    public synchronized void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        nodes.forEach(Node::close);
        postgres.close();
        PathUtils.deleteDirectory(folder);
    }
}
