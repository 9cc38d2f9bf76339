package org.consentledger.bench.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.bench.seed.SeedLedger;
import org.consentledger.bench.seed.SeedPlan;
import org.consentledger.bench.workload.BenchCatalogue;
import org.consentledger.standalone.postgres.Database;

/** Starts the contenders, each on a database of its own. */
public final class Servers {

    /** Holds nothing but the catalogue; every other ledger begins as a copy of it. */
    public static final String LEDGER_EMPTY = "ledger";

    /** The ledger on which commands are measured. */
    public static final String LEDGER = "ledger_commands";

    private static final String READINESS = ":/actuator/health/readiness";

    private final Laboratory laboratory;

    public Servers(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Deploys the services, makes the first ledger's tables, tells it the catalogue, and copies it. */
    public void prepare() throws IOException, InterruptedException, SQLException {
        Programs.COMMAND.unpack();
        Programs.QUERY.unpack();
        try (var command = command(LEDGER_EMPTY)) {
            publishCatalogue(command);
        }
        copy(LEDGER_EMPTY, LEDGER);
    }

    /** consent-command as deploy/docs/deployment.md advises to deploy its jar. */
    public Service command(String ledger) throws IOException, InterruptedException {
        return command(ledger, Programs.COMMAND.asDeployed());
    }

    /** consent-command with the endpoint that does nothing beside its own. */
    public Service commandAndNothing(String ledger) throws IOException, InterruptedException {
        return command(ledger, Programs.COMMAND.with("org.consentledger.bench.noop.NothingCommands"));
    }

    /** consent-command of another build, whose tables are its own. */
    public Service command(String ledger, Path jar) throws IOException, InterruptedException {
        return command(ledger, Programs.ofAnotherBuild(jar));
    }

    private Service command(String ledger, List<String> program) throws IOException, InterruptedException {
        var ports = Ports.free();
        return start(
                "consent-command", program, laboratory.settings().command(database(ledger), ports), ports, READINESS);
    }

    /** consent-query as deploy/docs/deployment.md advises to deploy its jar. */
    public Service query(String ledger) throws IOException, InterruptedException {
        return query(ledger, Programs.QUERY.asDeployed());
    }

    /** consent-query with the endpoint that does nothing beside its own. */
    public Service queryAndNothing(String ledger) throws IOException, InterruptedException {
        return query(ledger, Programs.QUERY.with("org.consentledger.bench.noop.NothingQueries"));
    }

    private Service query(String ledger, List<String> program) throws IOException, InterruptedException {
        var ports = Ports.free();
        return start("consent-query", program, laboratory.settings().query(database(ledger), ports), ports, READINESS);
    }

    /** The plain application, with or without its tracking processors. */
    public Service baseline(boolean projections) throws IOException, InterruptedException {
        var ports = Ports.free();
        return start(
                "baseline",
                Programs.BASELINE.asBuilt(),
                laboratory.settings().baseline(database("baseline"), ports, projections),
                ports,
                "/ready");
    }

    private Service start(
            String name, List<String> program, Map<String, String> environment, Ports ports, String readiness)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var process = laboratory.opened(JavaProcess.start(program, environment, laboratory.log(name)));
        return Service.awaited(process, ports, begin, readiness);
    }

    public static void publishCatalogue(Service commands) throws IOException, InterruptedException {
        Control.post(commands.url("/v1/commands/publish-notice"), BenchCatalogue.PUBLISH_NOTICE);
        Control.post(commands.url("/v1/commands/register-recipient"), BenchCatalogue.REGISTER_RECIPIENT);
    }

    /** Appends sample events to a ledger that no service is connected to. */
    public void seed(String ledger, List<SeedPlan> plans, Runnable waiting)
            throws IOException, InterruptedException, SQLException {
        laboratory.databases().relax(ledger, true);
        var arguments = plans.stream().map(SeedPlan::toString);
        var program = Stream.concat(Programs.COMMAND.with(SeedLedger.class.getName()).stream(), arguments)
                .toList();
        var environment = laboratory.settings().seed(database(ledger));
        try (var seeding = laboratory.opened(JavaProcess.start(program, environment, laboratory.log("seed")))) {
            while (seeding.isRunning()) {
                waiting.run();
            }
            seeding.awaitSuccess();
        }
        laboratory.databases().relax(ledger, false);
        laboratory.databases().settle(ledger);
    }

    /** Makes a new ledger as a copy of one that no service is connected to. */
    public void copy(String ledger, String name) throws SQLException {
        laboratory.databases().copy(ledger, name);
    }

    /**
     * Makes a ledger that holds nothing but the catalogue, in partitions of so many events.
     *
     * @param eventsPerPartition at least 1,000
     */
    public void createPartitioned(String name, int eventsPerPartition)
            throws IOException, InterruptedException, SQLException {
        createDatabase(name);
        Databases.execute(
                database(name), "ALTER DATABASE " + name + " SET ledger.events_per_partition = " + eventsPerPartition);
        try (var command = command(name)) {
            publishCatalogue(command);
        }
    }

    public Database database(String name) {
        return laboratory.databases().named(name);
    }

    /** Makes an empty database, unless there is one of that name. */
    public void createDatabase(String name) throws SQLException {
        laboratory.databases().create(name);
    }

    /** Leaves a ledger as it would be some time after the last write. */
    public void settle(String ledger) throws SQLException {
        laboratory.databases().settle(ledger);
    }

    /** Events in a ledger. */
    public long events(String ledger) throws SQLException {
        return Databases.number(database(ledger), "SELECT coalesce(max(position), -1) + 1 FROM ledger.event");
    }
}
