package org.consentledger.standalone;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.consentledger.standalone.demo.Demo;

/** Both services and a PostgreSQL of their own in one process; or, as {@code demo}, the story told to a running one. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] arguments) {
        var console = new Console(System.out, System.err, sinceProcessStart());
        try {
            var settings = Settings.of(System.getenv());
            switch (String.join(" ", arguments)) {
                case "" -> new Run(settings, console).untilEnd();
                case "demo" ->
                    System.exit(Demo.tell(settings.ports().client(), System.getenv(), System.out, System.err));
                default ->
                    throw StartRefusedException.wrongCall("there is no " + String.join(" ", arguments)
                            + ": without an argument the ledger starts, demo plays the story on a running one");
            }
        } catch (StartRefusedException e) {
            console.complain(e.getMessage());
            System.exit(e.exitStatus());
        }
    }

    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
