package org.consentledger.verifier;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.log.export.ExportHead;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.note.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line. Exits with 0 if all is well, with 1 if something was found, and with 2 and one sentence if what was given
 * cannot be used.
 */
@Command(
        name = "verifier",
        description = "Checks exports, slices and receipts of a consent ledger against signed checkpoints, offline.",
        version = "reads " + ExportHead.FORMAT + ", " + SliceHead.FORMAT,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT)
public final class Verifier {

    private static final int WELL = 0;
    private static final int FOUND = 1;
    private static final int UNUSABLE = 2;

    private final PrintWriter out;
    private final PrintWriter err;

    private Verifier(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    /** In the terminal's own character set. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /**
     * The same without an end of the process.
     *
     * @param err takes progress, and why something could not be used
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Verifier(out, err))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, given) -> {
                    err.println("verifier: " + e.getMessage() + " (--help says more)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, command, given) -> {
                    if (e instanceof UnusableInputException unusable) {
                        err.println("verifier: " + unusable.getMessage());
                    } else {
                        // a mistake of the verifier itself, which says nothing of the ledger
                        e.printStackTrace(err);
                    }
                    return UNUSABLE;
                })
                .execute(arguments);
    }

    @Command(
            name = "verify",
            description = {
                "Reads an export once and names every problem in it, one a line.",
                "Exit code: 0 verified, 1 problems found, 2 nothing could be said."
            })
    int verify(
            @Option(names = "--export", required = true, paramLabel = "FILE", description = "what /v1/log/export gave")
                    Path export,
            @Mixin KeyOption keys,
            @Option(
                            names = "--checkpoint",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "what /v1/log/checkpoint gave, on any day")
                    @Nullable List<Path> checkpoints) {
        var verification = new ExportVerification(
                new InputFile(export),
                keys.read(),
                checkpoints == null
                        ? List.of()
                        : checkpoints.stream().map(InputFile::new).toList());
        return verification.run(new Report(out), err) ? WELL : FOUND;
    }

    @Command(
            name = "prefix",
            description = {
                "Checks that a restored ledger is the beginning of the one that was published.",
                "What it signed itself since counts for nothing: give checkpoints that were kept elsewhere.",
                "Exit code: 0 verified, 1 problems found, 2 nothing could be said."
            })
    int prefix(
            @Option(
                            names = "--restored",
                            required = true,
                            paramLabel = "FILE",
                            description = "what /v1/log/export of the restored ledger gave")
                    Path restored,
            @Option(
                            names = "--published",
                            paramLabel = "FILE",
                            description =
                                    "what /v1/log/export gave before the loss; without it, a checkpoint has to end where"
                                            + " the restored ledger does")
                    @Nullable Path published,
            @Mixin KeyOption keys,
            @Option(
                            names = "--checkpoint",
                            required = true,
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "what /v1/log/checkpoint gave before the loss, on any day")
                    List<Path> checkpoints) {
        var verification = new PrefixVerification(
                new InputFile(restored),
                published == null ? null : new InputFile(published),
                keys.read(),
                checkpoints.stream().map(InputFile::new).toList());
        return verification.run(new Report(out), err) ? WELL : FOUND;
    }

    @Command(
            name = "receipt",
            description = {
                "Checks receipts: who signed each, that the log holds its event, and that it says what the log says.",
                "Prints one line for each. Exit code: 0 verified, 1 problems found, 2 nothing could be said."
            })
    int receipt(
            @Mixin KeyOption keys,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "what /v1/receipts/{eventId} gave as JSON")
                    List<Path> files) {
        var verification =
                new ReceiptVerification(files.stream().map(InputFile::new).toList(), keys.read());
        return verification.run(out) ? WELL : FOUND;
    }

    @Command(
            name = "slice",
            description = {
                "Checks slices: that the log holds each event at its position, and that the ledger gave out this and no less.",
                "A slice that broke off is given together with the one that goes on with it, in this order.",
                "Exit code: 0 verified, 1 problems found, 2 nothing could be said."
            })
    int slice(
            @Mixin KeyOption keys,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "what /v1/exports/events gave, as lines of JSON or as CSV")
                    List<Path> files) {
        var verification =
                new SliceVerification(files.stream().map(InputFile::new).toList(), keys.read(), out, err);
        return verification.run() ? WELL : FOUND;
    }

    @Command(
            name = "new-key",
            description = "Makes a signing key, and prints it to stdout and its verification key to stderr.")
    int newKey(
            @Parameters(
                            paramLabel = "ORIGIN",
                            description = "names the log in its checkpoints, such as consent.example.com/ledger")
                    String origin) {
        SigningKey key;
        try {
            key = SigningKey.generate(origin);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("this cannot be an origin: " + e.getMessage(), e);
        }
        out.println(key.secret());
        err.println("The signing key went to stdout: keep it secret, in a file that consent-query alone may read"
                + " (LEDGER_SIGNING_KEY_FILE).");
        err.println("Its verification key follows: give it to everybody who verifies the ledger, and publish it outside"
                + " of the ledger.");
        err.println(key.verification());
        return WELL;
    }

    @Command(name = "public-key", description = "Prints the verification keys of a file of signing keys.")
    int publicKey(@Parameters(paramLabel = "FILE", description = "one signing key in each line") Path file) {
        TrustedKeys.ofSigningKeys(new InputFile(file)).forEach(out::println);
        return WELL;
    }
}
