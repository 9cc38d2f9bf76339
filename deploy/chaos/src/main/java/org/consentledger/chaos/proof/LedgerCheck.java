package org.consentledger.chaos.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.chaos.load.Acknowledgement;
import org.consentledger.chaos.load.Book;
import org.consentledger.chaos.load.Order;

/** Holds the ledger, as the database has it and as consent-query answers it, against what callers remember. */
final class LedgerCheck {

    private final Book book;
    private final List<LedgerRow> rows;
    private final Map<Long, List<AnsweredEvent>> ofOrders;
    private final List<AnsweredEvent> answered;
    private final Findings findings;

    LedgerCheck(Book book, List<LedgerRow> rows, List<AnsweredEvent> answered, Findings findings) {
        this.book = book;
        this.rows = rows;
        this.answered = answered;
        this.findings = findings;
        this.ofOrders = answered.stream()
                .filter(event -> event.order().isPresent())
                .collect(Collectors.groupingBy(event -> event.order().getAsLong()));
    }

    /** @param begin when the database was made */
    Count check(Instant begin, Instant end) {
        findings.addAll("answers that must not be", book.complaints());
        findings.addAll(
                "commands never answered",
                book.open().stream().map(Order::number).toList());
        checkPositions();
        checkTimes(begin, end);
        checkAnswers();
        checkRejections();
        checkExpiries();
        var settled = book.settled();
        var found = settled.stream().filter(this::isFound).count();
        var doubled = book.orders().filter(this::isDoubled).map(Order::number).toList();
        findings.addAll("recorded twice", doubled);
        return new Count(settled.size(), (int) found, doubled.size());
    }

    private void checkPositions() {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).position() != i) {
                findings.add("the event after position " + (i - 1) + " is at position "
                        + rows.get(i).position());
                return;
            }
        }
    }

    /** Ledger time never runs backwards, and is the database's, whatever the nodes' clocks say. */
    private void checkTimes(Instant begin, Instant end) {
        var last = begin;
        for (var row : rows) {
            if (row.recordedAt().isBefore(last) || row.recordedAt().isAfter(end)) {
                findings.add("position " + row.position() + " was recorded at " + row.recordedAt()
                        + ", and the one before at " + last);
                return;
            }
            last = row.recordedAt();
        }
    }

    /** consent-query answers what lies in the database, all of it and nothing else. */
    private void checkAnswers() {
        var stored = rows.stream()
                .map(row -> new Acknowledgement.Event(row.eventId(), row.type(), row.position()))
                .toList();
        var read = answered.stream()
                .map(event -> new Acknowledgement.Event(event.id(), event.type(), event.position()))
                .toList();
        if (!stored.equals(read)) {
            findings.add("/v1/events answers other events than the database has");
        }
        findings.addAll(
                "events of an order that nobody placed",
                ofOrders.keySet().stream()
                        .filter(number -> book.order(number).isEmpty())
                        .toList());
    }

    /** What was rejected at its first attempt left nothing behind. */
    private void checkRejections() {
        findings.addAll(
                "rejected and yet recorded",
                book.orders()
                        .filter(order -> book.rejection(order)
                                .filter(Book.Rejection::isCertain)
                                .isPresent())
                        .filter(order -> !eventsOf(order).isEmpty())
                        .map(Order::number)
                        .toList());
    }

    /** Each validity that ended was noted once, however many nodes looked, and whatever time they thought it was. */
    private void checkExpiries() {
        var noted = new HashMap<String, Integer>();
        answered.stream()
                .filter(event -> event.type().equals("ConsentExpired"))
                .forEach(
                        event -> noted.merge(event.data().path("consentEventId").asString(), 1, Integer::sum));
        var wrong = new ArrayList<String>();
        for (var settled : book.settled()) {
            if (settled.order().kind() == Order.Kind.SHORT_LIVED) {
                for (var event : eventsOf(settled.order())) {
                    if (noted.getOrDefault(event.id(), 0) != 1) {
                        wrong.add("order " + settled.order().number() + ": " + noted.getOrDefault(event.id(), 0)
                                + " times");
                    }
                }
            }
        }
        findings.addAll("expiries not noted once", wrong);
    }

    private boolean isFound(Book.Settled settled) {
        var order = settled.order();
        var told = settled.acknowledgement();
        var events = eventsOf(order);
        var ids = events.stream()
                .map(event -> new Acknowledgement.Event(event.id(), event.type(), event.position()))
                .toList();
        // a command without a key that an earlier attempt recorded is told where it stands, and no more
        var isToldEvents = !told.events().isEmpty() || order.key() != null;
        var isThere = isToldEvents
                ? ids.equals(told.events()) && isOfCommand(told)
                : ids.stream().anyMatch(event -> event.position() == told.position());
        if (!isThere || ids.size() < order.events()) {
            findings.add("order " + order.number() + " (" + order.command() + ") was acknowledged as " + told
                    + ", and the ledger has " + ids);
            return false;
        }
        return true;
    }

    private boolean isOfCommand(Acknowledgement told) {
        return told.events().stream()
                .allMatch(event -> event.position() < rows.size()
                        && rows.get((int) event.position()).commandId().equals(told.commandId()));
    }

    private boolean isDoubled(Order order) {
        return eventsOf(order).size() > order.events();
    }

    private List<AnsweredEvent> eventsOf(Order order) {
        return ofOrders.getOrDefault(order.number(), List.of());
    }
}
