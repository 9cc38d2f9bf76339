package org.consentledger.mailing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Runs a campaign whose letters are lines on a terminal. */
public final class Mailing {

    private static final int ARGUMENTS = 4;
    private static final int WRONG_CALL = 2;
    private static final int LETTERS = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Mailing() {}

    /**
     * Runs to the last letter.
     *
     * @param arguments brokers, topic, purpose, and a file with a line {@code customer,subjectId} for each addressee
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != ARGUMENTS) {
            System.err.println("say brokers, topic, purpose and a file of lines customer,subjectId");
            System.exit(WRONG_CALL);
        }
        var client = Map.<String, Object>of("bootstrap.servers", arguments[0]);
        new Campaign(read(Path.of(arguments[3])), LETTERS, PAUSE, new Printed())
                .run(client, arguments[1], arguments[2]);
    }

    private static List<Addressee> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 2))
                .map(parts -> new Addressee(parts[0].strip(), parts[1].strip()))
                .toList();
    }

    /** On a terminal. */
    private static final class Printed implements Post {

        @Override
        public void send(Addressee addressee, int number) {
            System.out.println(LocalTime.now(ZoneOffset.UTC) + " letter " + number + " to " + addressee.customer());
        }

        @Override
        public void stopped(Addressee addressee) {
            System.out.println(LocalTime.now(ZoneOffset.UTC) + " no more letters to " + addressee.customer());
        }
    }
}
