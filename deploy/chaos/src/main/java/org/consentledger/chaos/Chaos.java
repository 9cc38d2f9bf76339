package org.consentledger.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.consentledger.chaos.ground.Ground;

/**
 * Kills, cuts and stalls a ledger under load for CHAOS_SECONDS, in an order that CHAOS_SEED decides. Runs in the project's
 * folder, after everything was built. The last line says what came of it; status 0 if nothing was lost or doubled and all
 * is as it must be, 1 if not, or if nothing was done, 2 if a variable is no number.
 */
public final class Chaos {

    private static final Path TARGET = Path.of("deploy", "chaos", "target");
    private static final long SECONDS = 300;
    private static final int WRONG_CALL = 2;

    private static volatile boolean isInterrupted;

    private Chaos() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "chaos-logback.xml");
        System.exit(run());
    }

    private static int run() {
        Duration atLeast;
        long seed;
        try {
            atLeast = Duration.ofSeconds(number("CHAOS_SECONDS", SECONDS));
            seed = number("CHAOS_SEED", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        } catch (NumberFormatException e) {
            System.err.println("CHAOS_SECONDS and CHAOS_SEED are whole numbers");
            return WRONG_CALL;
        }
        try {
            var result = ChaosRun.run(TARGET, seed, atLeast, new Progress(System.out), Chaos::closeOnInterrupt);
            result.done()
                    .forEach((disturbance, times) -> System.out.printf("    %-28s %d times%n", disturbance, times));
            System.out.println(result.lastLine());
            return result.isGood() ? 0 : 1;
        } catch (Exception e) {
            if (!isInterrupted) {
                e.printStackTrace();
                System.err.println("what the services said is in " + TARGET + "/*.log");
            }
            return 1;
        }
    }

    private static long number(String variable, long usual) {
        var value = System.getenv().getOrDefault(variable, "");
        return value.isEmpty() ? usual : Long.parseLong(value);
    }

    private static void closeOnInterrupt(Ground ground) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            isInterrupted = true;
            try {
                ground.close();
            } catch (IOException e) {
                System.err.println("not cleaned up: " + e);
            }
        }));
    }
}
