package org.consentledger.diagnosis;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line. Exits with 0 if nothing is wrong, with 1 if something is, and with 2 and one sentence if the installation could
 * not be examined.
 */
@Command(
        name = "doctor",
        description = {
            "Examines a running installation from outside and says what is wrong and what to do. It records nothing.",
            "Without addresses it examines the ledger of make run, with the tokens in $LEDGER_DATA/tokens."
        },
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

    private static final int WELL = 0;
    private static final int WRONG = 1;
    private static final int UNUSABLE = 2;

    private static final int COMMAND_PORT = 8080;
    private static final int QUERY_PORT = 8081;
    private static final int COMMAND_MANAGEMENT_PORT = 9080;
    private static final int QUERY_MANAGEMENT_PORT = 9081;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Given given;
    private final boolean isTerminal;

    @Option(names = "--command", paramLabel = "URL", description = "where callers reach consent-command")
    private @Nullable String command;

    @Option(names = "--query", paramLabel = "URL", description = "where callers reach consent-query")
    private @Nullable String query;

    @Option(
            names = "--command-management",
            paramLabel = "URL",
            description = "consent-command's management port; port 9080 of the same host unless given")
    private @Nullable String commandManagement;

    @Option(
            names = "--query-management",
            paramLabel = "URL",
            description = "consent-query's management port; port 9081 of the same host unless given")
    private @Nullable String queryManagement;

    @Option(names = "--token-file", paramLabel = "FILE", description = "an access token with the scope operate")
    private @Nullable Path tokenFile;

    @Option(
            names = "--audit-token-file",
            paramLabel = "FILE",
            description = "one with the scope audit:read, for the log; the other one unless given")
    private @Nullable Path auditTokenFile;

    @Option(names = "--ca", paramLabel = "FILE", description = "certificates to trust, PEM")
    private @Nullable Path ca;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the log's public key, or a file of it, to check signatures with")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "a checkpoint that was kept, to hold the log against; needs --key")
    private @Nullable Path kept;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    private Doctor(PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.given = new Given(environment);
        this.isTerminal = isTerminal;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        // the shell knows whether a terminal shows it, and NO_COLOR whether its user wants that
        var coloured = "1".equals(System.getenv("DOCTOR_COLOUR")) && System.getenv("NO_COLOR") == null;
        System.exit(run(out, err, System.getenv(), coloured, arguments));
    }

    /**
     * The same without an end of the process.
     *
     * @param err takes why something could not be examined
     * @return the exit code
     */
    public static int run(
            PrintWriter out, PrintWriter err, Map<String, String> environment, boolean coloured, String... arguments) {
        return new CommandLine(new Doctor(out, err, environment, coloured))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, call) -> {
                    err.println("doctor: " + e.getMessage() + " (--help says more)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, line, call) -> {
                    if (e instanceof UnusableCallException) {
                        err.println("doctor: " + e.getMessage());
                    } else {
                        // a mistake of the doctor itself, which says nothing of the installation
                        e.printStackTrace(err);
                    }
                    return UNUSABLE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var client = new Client(Given.trust(ca))) {
            var examined = new Examination(client, place()).examine();
            if (!examined.isAnythingReached()) {
                err.println("doctor: nothing answers at " + examined.command().url() + " and "
                        + examined.query().url() + " (" + why(examined.query())
                        + "): start it (make run), or name the services by --command and --query");
                return UNUSABLE;
            }
            return told(new Report(Examination.findings(examined)));
        }
    }

    private static String why(Service service) {
        return service.front() instanceof Heard.Silence silence ? silence.why() : "no answer";
    }

    private Place place() {
        var isMakeRun = command == null && query == null;
        var operator = given.token(tokenFile, isMakeRun, "operator");
        var auditor = given.token(auditTokenFile, isMakeRun && tokenFile == null, "auditor")
                .or(() -> operator);
        var trusted = given.keys(keys);
        return new Place(
                given.address(command, "COMMAND_PORT", COMMAND_PORT),
                given.address(query, "QUERY_PORT", QUERY_PORT),
                given.management(commandManagement, command, "COMMAND_MANAGEMENT_PORT", COMMAND_MANAGEMENT_PORT),
                given.management(queryManagement, query, "QUERY_MANAGEMENT_PORT", QUERY_MANAGEMENT_PORT),
                operator,
                auditor,
                trusted,
                Given.kept(kept, trusted));
    }

    private int told(Report report) {
        if (json) {
            report.printJson(out);
        } else {
            report.print(out, isTerminal);
        }
        return report.count(Level.WRONG) == 0 ? WELL : WRONG;
    }
}
