package org.consentledger.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line. Exits with 0 if every row of the table is recorded, with 1 if rows were rejected, in this run or in those that it goes on
 * behind, with 2 and one sentence if what was given cannot be used, and with 3 if it gave up and goes on when it is started again, or
 * stopped because too many rows were rejected and begins anew.
 */
@Command(
        name = "importer",
        description = {
            "Moves a consent table from CSV into a consent ledger.",
            "Run it again whenever in doubt: no row is recorded twice. deploy/docs/migration.md is the recipe."
        },
        mixinStandardHelpOptions = true)
public final class Importer implements Callable<Integer> {

    private static final int COMPLETE = 0;
    private static final int REJECTED = 1;
    private static final int UNUSABLE = 2;
    private static final int UNFINISHED = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;

    @Parameters(paramLabel = "TABLE", description = "the table: CSV with a line of column names")
    private Path table = Path.of("");

    @Option(
            names = "--name",
            required = true,
            description =
                    "of this import; the same name for every run of the same table. Idempotency keys begin with it")
    private String name = "";

    @Option(names = "--mapping", description = "how rows become commands; without it columns have the names of fields")
    private @Nullable Path mapping;

    @Option(names = "--ledger", description = "address of consent-command, such as https://consent.example.com")
    private @Nullable URI ledger;

    @Option(names = "--token-file", description = "holds the access token; read again for each request")
    private @Nullable Path tokenFile;

    @Option(names = "--dry-run", description = "checks every row and sends nothing")
    private boolean dryRun;

    @Option(names = "--from-start", description = "sends every row, also those that an earlier run noted as done")
    private boolean fromStart;

    @Option(names = "--charset", description = "of the table (default: ${DEFAULT-VALUE})")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--separator", description = "between columns (default: ${DEFAULT-VALUE})")
    private char separator = ',';

    @Option(
            names = "--rejects-max",
            description =
                    "stops after more rejected rows, to begin anew when it is run again (default: ${DEFAULT-VALUE})")
    private long rejectsMax = 1_000;

    @Option(
            names = "--patience",
            description = "seconds to wait for a ledger that takes nothing (default: ${DEFAULT-VALUE})")
    private long patienceSeconds = 600;

    private Importer(PrintWriter out, PrintWriter err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), isTerminal(), arguments));
    }

    @SuppressWarnings(
            "SystemConsoleNull") // it was never null from Java 22 on, and since Java 25 is again where there is no
    // terminal
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /**
     * The same without an end of the process.
     *
     * @param err takes progress, and why something could not be used
     * @param isTerminal whether progress can be shown over what was shown before
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, boolean isTerminal, String... arguments) {
        return new CommandLine(new Importer(out, err, isTerminal))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, given) -> {
                    err.println("importer: " + e.getMessage() + " (--help says more)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, command, given) -> {
                    if (e instanceof UnusableInputException unusable) {
                        err.println("importer: " + unusable.getMessage());
                    } else {
                        // a mistake of the importer itself; its message may quote a row
                        err.println("importer: failed with " + e.getClass().getName());
                        for (var step : e.getStackTrace()) {
                            err.println("\tat " + step);
                        }
                    }
                    return UNUSABLE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(table)) {
            throw new UnusableInputException("the table " + table + " cannot be read");
        }
        var checkpoint = new Checkpoint(beside(".progress"), name);
        if (fromStart && !dryRun) {
            checkpoint.remove();
        }
        var rejects = beside(dryRun ? ".dry-run.rejected.csv" : ".rejected.csv");
        var run = new ImportRun(
                new ImportRun.Table(
                        table,
                        charset,
                        separator,
                        columns -> new Rows(
                                mapping == null ? Mapping.byName(columns) : Mapping.read(mapping, columns), name)),
                stream(),
                Duration.ofSeconds(patienceSeconds),
                rejectsMax,
                checkpoint);
        var end = run.run(rejects, bytes -> new ProgressBar(err, isTerminal, bytes, System::nanoTime));
        out.println(end.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + run.totals()
                + (dryRun ? " (dry run: nothing was sent)" : "")
                + (run.totals().rejected() == 0 ? "" : " see " + rejects));
        if (end != ImportRun.End.COMPLETE) {
            return UNFINISHED;
        }
        return run.totals().rejected() == 0 ? COMPLETE : REJECTED;
    }

    private @Nullable LedgerStream stream() {
        if (dryRun) {
            return null;
        }
        if (ledger == null || tokenFile == null) {
            throw new UnusableInputException("--ledger and --token-file are needed, or --dry-run");
        }
        return new LedgerStream(ledger, tokenFile);
    }

    private Path beside(String ending) {
        return table.resolveSibling(table.getFileName() + ending);
    }
}
