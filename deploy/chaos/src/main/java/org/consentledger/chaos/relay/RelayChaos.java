package org.consentledger.chaos.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Kills the broker and the relay under load for CHAOS_SECONDS, at moments that CHAOS_SEED decides. Runs in the project's folder,
 * after everything was built. Status 0 if a consumer got each event of the ledger once and in order, else 1.
 */
public final class RelayChaos {

    private static final Path TARGET = Path.of("deploy", "chaos", "target", "relay");
    private static final Path BROKER = Path.of("deploy", "broker");
    private static final long SECONDS = 300;

    private RelayChaos() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "chaos-logback.xml");
        var atLeast = Duration.ofSeconds(number("CHAOS_SECONDS", SECONDS));
        var seed = number("CHAOS_SEED", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        System.out.println("seed " + seed);
        boolean isGood;
        try (var scene = RelayGround.start(TARGET, BROKER)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeOnInterrupt(scene)));
            var result = RelayRun.run(scene, seed, atLeast, System.out::println);
            System.out.println(result.lastLine());
            isGood = result.isGood();
        }
        System.exit(isGood ? 0 : 1);
    }

    private static long number(String variable, long usual) {
        var value = System.getenv().getOrDefault(variable, "");
        return value.isEmpty() ? usual : Long.parseLong(value);
    }

    private static void closeOnInterrupt(RelayGround scene) {
        try {
            scene.close();
        } catch (IOException e) {
            System.err.println("not cleaned up: " + e);
        }
    }
}
