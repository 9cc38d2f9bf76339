package org.consentledger.chaos.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What callers remember: every order, and how it was settled. */
public final class Book {

    private final Map<Long, Order> orders = new ConcurrentHashMap<>();
    private final Map<Long, Acknowledgement> acknowledgements = new ConcurrentHashMap<>();
    private final Map<Long, Rejection> rejections = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastPosition = new AtomicLong();

    /**
     * The ledger did not take it, and recorded nothing.
     *
     * @param isCertain whether the very first attempt was answered so: an earlier one without an answer may still have come
     *     through, or come through later
     */
    public record Rejection(String code, boolean isCertain) {}

    /** An order and what was answered. */
    public record Settled(Order order, Acknowledgement acknowledgement) {}

    public void placed(Order order) {
        orders.put(order.number(), order);
    }

    public void acknowledged(Order order, Acknowledgement acknowledgement) {
        acknowledgements.put(order.number(), acknowledgement);
        lastPosition.accumulateAndGet(acknowledgement.position(), Math::max);
    }

    /** The highest one that was ever answered. */
    long lastPosition() {
        return lastPosition.get();
    }

    public void rejected(Order order, Rejection rejection) {
        rejections.put(order.number(), rejection);
    }

    /** Something that the ledger must never answer. */
    public void complain(String complaint) {
        complaints.add(complaint);
    }

    public Optional<Order> order(long number) {
        return Optional.ofNullable(orders.get(number));
    }

    public Optional<Rejection> rejection(Order order) {
        return Optional.ofNullable(rejections.get(order.number()));
    }

    public int rejected() {
        return rejections.size();
    }

    public int acknowledged() {
        return acknowledgements.size();
    }

    /** Every acknowledged order, in the order of their numbers. */
    public List<Settled> settled() {
        return acknowledgements.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> order(entry.getKey()).map(order -> new Settled(order, entry.getValue())).stream())
                .toList();
    }

    /** Orders that were never answered for good. */
    public List<Order> open() {
        return orders.values().stream()
                .filter(order ->
                        !acknowledgements.containsKey(order.number()) && !rejections.containsKey(order.number()))
                .sorted(Comparator.comparingLong(Order::number))
                .toList();
    }

    public Stream<Order> orders() {
        return orders.values().stream();
    }

    public Collection<String> complaints() {
        return List.copyOf(complaints);
    }
}
