package org.consentledger.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Whether both services are of one release and work on one ledger. */
final class LedgerCheck {

    private static final String POSITION = "ledger_position";

    private LedgerCheck() {}

    static List<Finding> of(Examined examined) {
        return Stream.concat(versions(examined), positions(examined)).toList();
    }

    private static Stream<Finding> versions(Examined examined) {
        var command = examined.command().version();
        var query = examined.query().version();
        if (command.isEmpty() || query.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                command.equals(query)
                        ? Finding.ok("versions", "both services are " + command.get())
                        : Finding.warning(
                                "versions",
                                "consent-command is " + command.get() + ", consent-query is " + query.get(),
                                "bring both to the same release; while one is being updated this is expected"));
    }

    /** What one service knew at first the other has to know some seconds later. */
    private static Stream<Finding> positions(Examined examined) {
        var command = position(examined.command(), false);
        var query = position(examined.query(), false);
        var commandLater = position(examined.command(), true);
        var queryLater = position(examined.query(), true);
        if (Stream.of(command, query, commandLater, queryLater).anyMatch(OptionalDouble::isEmpty)) {
            return Stream.empty();
        }
        var told = "consent-command is at position " + whole(commandLater) + ", consent-query at " + whole(queryLater);
        if (queryLater.getAsDouble() >= command.getAsDouble() && commandLater.getAsDouble() >= query.getAsDouble()) {
            return Stream.of(Finding.ok("same ledger", told));
        }
        return Stream.of(Finding.wrong(
                "same ledger",
                told + ", and the one behind does not follow",
                "see that LEDGER_DB_URL is the same for both, or what keeps one from the database"));
    }

    private static OptionalDouble position(Service service, boolean later) {
        var metrics = later ? service.scrapedLater() : service.scraped();
        return metrics.map(scrape -> scrape.highest(POSITION)).orElse(OptionalDouble.empty());
    }

    private static String whole(OptionalDouble value) {
        return Long.toString((long) value.getAsDouble());
    }
}
