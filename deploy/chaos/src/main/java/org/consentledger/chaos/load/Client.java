package org.consentledger.chaos.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.call.Reply;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Book.Rejection;
import org.consentledger.chaos.load.Order.Kind;

/** A caller: sends each command until it is acknowledged or rejected, to whichever node, as the README tells callers to. */
final class Client {

    private static final Duration BEFORE_NEXT_MAX = Duration.ofMillis(60);
    private static final Duration BEFORE_RETRY_MAX = Duration.ofMillis(300);

    /** Of a hundred commands with a key. */
    private static final int SENT_TO_BOTH = 4;

    private static final int UNAVAILABLE = 503;
    private static final int FAILURE_FROM = 500;

    /** Any other refusal would shrink the load without anybody noticing. */
    private static final Set<Integer> RULES_SAY_NO = Set.of(409, 422);

    private static final int REJECTION_FROM = 400;
    private static final String REFUSAL = "TRANSFER_REFUSED";

    private final Calls calls;
    private final Map<Node, Tally> nodes;
    private final Orders orders;
    private final Book book;
    private final Random random;

    Client(Calls calls, Map<Node, Tally> nodes, Orders orders, Book book, Random random) {
        this.calls = calls;
        this.nodes = nodes;
        this.orders = orders;
        this.book = book;
        this.random = random;
    }

    /** Returns soon after it is not to go on any more, with nothing left open; interrupted, it leaves open what is. */
    void work(BooleanSupplier isToGoOn) {
        try {
            while (isToGoOn.getAsBoolean()) {
                settle(orders.next());
                Thread.sleep(random.nextLong(BEFORE_NEXT_MAX.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Order order) throws InterruptedException {
        book.placed(order);
        var isForBoth = order.key() != null && order.kind() == Kind.PLAIN && random.nextInt(100) < SENT_TO_BOTH;
        if (isForBoth && isSettledByBoth(order)) {
            return;
        }
        for (var isFirst = !isForBoth; !isSettled(order, isFirst); isFirst = false) {
            Thread.sleep(random.nextLong(BEFORE_RETRY_MAX.toMillis()));
        }
    }

    private boolean isSettled(Order order, boolean isFirst) throws InterruptedException {
        var node = List.copyOf(nodes.keySet()).get(random.nextInt(nodes.size()));
        var reply = attempt(order, node).orElse(null);
        if (reply == null || reply.status() >= FAILURE_FROM) {
            return false;
        }
        if (isAcknowledgement(reply)) {
            book.acknowledged(order, acknowledgement(order, reply));
        } else {
            if (!RULES_SAY_NO.contains(reply.status())) {
                book.complain("order " + order.number() + " was answered " + reply.status() + " " + reply.body());
            }
            book.rejected(order, new Rejection(reply.json().path("code").asString("?"), isFirst));
        }
        return true;
    }

    /** Two nodes get the same command under the same key at the same moment, and have to answer the same. */
    private boolean isSettledByBoth(Order order) throws InterruptedException {
        var attempts = nodes.keySet().stream()
                .map(node -> CompletableFuture.supplyAsync(() -> attemptApart(order, node), Thread::startVirtualThread))
                .toList();
        var answers = attempts.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .filter(Client::isAcknowledgement)
                .map(reply -> acknowledgement(order, reply))
                .toList();
        if (answers.stream().distinct().count() > 1) {
            book.complain("two nodes answered order " + order.number() + " in two ways: " + answers);
        }
        answers.stream().findFirst().ifPresent(answer -> book.acknowledged(order, answer));
        return !answers.isEmpty();
    }

    private Optional<Reply> attemptApart(Order order, Node node) {
        try {
            return attempt(order, node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Empty if there was no answer: then nobody knows. */
    private Optional<Reply> attempt(Order order, Node node) throws InterruptedException {
        var tally = Objects.requireNonNull(nodes.get(node));
        try {
            var reply = calls.command(node.url("/v1/commands/" + order.command()), order.key(), order.body());
            if (isAcknowledgement(reply)) {
                tally.acknowledgedOne();
            } else if (reply.status() == UNAVAILABLE) {
                tally.unavailableOne();
            } else if (reply.status() >= FAILURE_FROM) {
                book.complain(
                        node + " answered order " + order.number() + " with " + reply.status() + ": " + reply.body());
            }
            return Optional.of(reply);
        } catch (IOException | UncheckedIOException e) {
            tally.unansweredOne();
            return Optional.empty();
        }
    }

    private Acknowledgement acknowledgement(Order order, Reply reply) {
        try {
            return Acknowledgement.of(reply);
        } catch (IllegalArgumentException e) {
            book.complain("order " + order.number() + " was answered " + reply);
            throw e;
        }
    }

    private static boolean isAcknowledgement(Reply reply) {
        return reply.status() < REJECTION_FROM
                || reply.json().path("code").asString("").equals(REFUSAL);
    }
}
