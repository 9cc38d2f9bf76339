package org.consentledger.chaos.load;

import java.io.IOException;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import org.consentledger.standalone.token.Role;

/** Asks consent-query all the while, for its own write sometimes, and takes no for an answer. */
final class Reader {

    private static final long PAUSE_MAX_MS = 100;
    private static final int SUBJECTS = 40;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Calls calls;
    private final Node query;
    private final LongSupplier lastPosition;
    private final Book book;
    private final Random random;
    private final Tally tally;

    Reader(Calls calls, Node query, LongSupplier lastPosition, Book book, Random random, Tally tally) {
        this.calls = calls;
        this.query = query;
        this.lastPosition = lastPosition;
        this.book = book;
        this.random = random;
        this.tally = tally;
    }

    void work(BooleanSupplier isToGoOn) {
        try {
            while (isToGoOn.getAsBoolean()) {
                ask(path());
                Thread.sleep(random.nextLong(PAUSE_MAX_MS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String path() {
        var subject = "/v1/subjects/cust-" + random.nextInt(SUBJECTS);
        return switch (random.nextInt(3)) {
            case 0 -> subject + "/consents?minPosition=" + lastPosition.getAsLong();
            case 1 -> subject + "/history?limit=20";
            default -> "/v1/recipients/mailing-house/transfers?limit=20";
        };
    }

    private void ask(String path) throws InterruptedException {
        try {
            var reply = calls.get(query.url(path), Role.AUDITOR);
            switch (reply.status()) {
                case OK -> tally.acknowledgedOne();
                case UNAVAILABLE -> tally.unavailableOne();
                default -> book.complain(query + " answered " + path + " with " + reply.status() + ": " + reply.body());
            }
        } catch (IOException e) {
            tally.unansweredOne();
        }
    }
}
