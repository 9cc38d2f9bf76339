package org.consentledger.standalone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.consentledger.standalone.demo.Demo;
import org.consentledger.standalone.token.TokenCall;

/** Both services and a PostgreSQL of their own in one process; or one of the programs beside them, which the first argument names. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] arguments) {
        var console = new Console(System.out, System.err, sinceProcessStart());
        try {
            var settings = Settings.of(System.getenv());
            var command = arguments.length == 0 ? "" : arguments[0];
            switch (command) {
                case "" -> new Run(settings, console).untilEnd();
                case "demo" -> System.exit(Demo.tell(settings.client(), System.getenv(), System.out, System.err));
                case "reference" -> loadReference(settings, console);
                case "issuer" -> new IssuerAlone(settings, console, System.getenv()).untilEnd();
                case "secrets" -> Handout.call(List.of(arguments), console);
                case "token" -> console.say(token(settings, List.of(arguments)));
                default ->
                    throw StartRefusedException.wrongCall("there is no " + command
                            + ": without an argument the ledger starts, demo plays the story on a running one, token"
                            + " prints an access token, issuer starts what issues them and nothing else, secrets FOLDER makes"
                            + " the keys and passwords of a new installation, reference loads the reference notice");
            }
        } catch (StartRefusedException e) {
            console.complain(e.getMessage());
            System.exit(e.exitStatus());
        }
    }

    private static void loadReference(Settings settings, Console console) {
        try {
            var complaints = new ReferenceData(settings.client()).load();
            if (!complaints.isEmpty()) {
                throw StartRefusedException.because(String.join("\n", complaints));
            }
            console.say("the ledger has the reference notice and its recipients");
        } catch (IOException e) {
            throw StartRefusedException.because("the ledger does not answer (" + e + "): is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String token(Settings settings, List<String> arguments) {
        try {
            return Tokens.issue(settings, TokenCall.of(arguments.subList(1, arguments.size())));
        } catch (IllegalArgumentException e) {
            throw StartRefusedException.wrongCall(String.valueOf(e.getMessage()));
        }
    }

    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
