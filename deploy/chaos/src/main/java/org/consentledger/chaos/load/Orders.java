package org.consentledger.chaos.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.consentledger.chaos.load.Order.Kind;
import tools.jackson.databind.json.JsonMapper;

/** Makes up one caller's commands, a mix of all that upstream services send, on the reference notice. */
final class Orders {

    private static final int SUBJECTS = 40;
    private static final Duration SHORT_LIFE = Duration.ofSeconds(8);
    private static final List<String> ON_CONSENT =
            List.of("business-notices", "promotional-statistics", "website-images", "cross-border-hosting");
    private static final List<String> ON_INTEREST = List.of("site-cookies", "website-analytics", "interest-ads");

    /** Of a hundred commands. */
    private static final int WITHOUT_KEY = 20;

    private final String run;
    private final AtomicLong numbers;
    private final Random random;
    private final Queue<Order> next = new ArrayDeque<>();

    /**
     * The commands of one caller.
     *
     * @param run begins the keys
     * @param numbers gives each order of all callers one of its own
     */
    Orders(String run, AtomicLong numbers, Random random) {
        this.run = run;
        this.numbers = numbers;
        this.random = random;
    }

    Order next() {
        var planned = next.poll();
        return planned == null ? madeUp(numbers.getAndIncrement(), random.nextInt(100)) : planned;
    }

    private Order madeUp(long n, int dice) {
        if (dice < 32) {
            return give(n, subject(), dice < 10 ? ON_CONSENT.subList(0, 2) : List.of(of(ON_CONSENT)), true);
        } else if (dice < 44) {
            return repeatable(n, "revoke-consent", 1, Bodies.said(subject(), of(ON_CONSENT), "revokedAt", n));
        } else if (dice < 47) {
            return repeatable(n, "refuse-consent", 1, Bodies.consent(n, subject(), List.of(of(ON_CONSENT))));
        } else if (dice < 64) {
            return keyed(
                    n,
                    "record-transfer",
                    Bodies.transfer(n, subject(), "AUTHORISE", "business-notices", Marker.time(n)));
        } else if (dice < 72) {
            return repeatable(
                    n,
                    "record-transfer",
                    1,
                    Bodies.transfer(n, subject(), "REPORT", "contract-performance", Marker.time(n)));
        } else if (dice < 76) {
            // by the caller's clock, which is right: a node whose clock is behind cannot take it
            return keyed(
                    n, "record-transfer", Bodies.transfer(n, subject(), "REPORT", "business-notices", Instant.now()));
        } else if (dice < 80) {
            // by the node's clock, whatever it says
            var body = Bodies.transfer(n, subject(), "REPORT", "business-notices", Instant.EPOCH);
            body.remove("occurredAt");
            return keyed(n, "record-transfer", body);
        } else if (dice < 85) {
            return repeatable(n, "object-to-processing", 1, Bodies.said(subject(), of(ON_INTEREST), "objectedAt", n));
        } else if (dice < 89) {
            return repeatable(n, "withdraw-objection", 1, Bodies.said(subject(), of(ON_INTEREST), "withdrawnAt", n));
        } else if (dice < 92) {
            return shortLived(n);
        } else if (dice < 95) {
            return givenAndForgotten(n);
        } else if (dice < 97) {
            return wrong(n);
        }
        return ofCatalogue(n, dice);
    }

    private Order give(long n, String subject, List<String> purposes, boolean mayLackKey) {
        var body = Bodies.consent(n, subject, purposes);
        return mayLackKey
                ? repeatable(n, "give-consent", purposes.size(), body)
                : order(n, "give-consent", true, purposes.size(), Kind.PLAIN, body);
    }

    private Order shortLived(long n) {
        var body = Bodies.consent(n, "short-" + n, List.of(of(ON_CONSENT)));
        body.put("validUntil", Instant.now().plus(SHORT_LIFE));
        return order(n, "give-consent", true, 1, Kind.SHORT_LIVED, body);
    }

    private Order givenAndForgotten(long n) {
        var subject = "forgotten-" + n;
        var later = numbers.getAndIncrement();
        next.add(keyed(later, "erase-subject", Map.of("subject", subject, "erasedAt", Marker.time(later))));
        return give(n, subject, List.of(of(ON_CONSENT)), false);
    }

    private Order wrong(long n) {
        return order(
                n, "give-consent", true, 0, Kind.WRONG, Bodies.consent(n, subject(), List.of("selling-to-anybody")));
    }

    /** Moves the catalogue: mostly under the feet of transfers to the one recipient that all of them go to. */
    private Order ofCatalogue(long n, int dice) {
        return switch (dice) {
            case 97 -> keyed(n, "record-safeguard", Bodies.safeguard(n));
            case 98 -> keyed(n, "register-recipient", Bodies.recipient(n));
            default -> keyed(n, "publish-notice", Bodies.notice(n));
        };
    }

    private Order keyed(long n, String command, Map<String, Object> body) {
        return order(n, command, true, 1, Kind.PLAIN, body);
    }

    /** The same command again is known by its content. */
    private Order repeatable(long n, String command, int events, Map<String, Object> body) {
        return order(n, command, random.nextInt(100) >= WITHOUT_KEY, events, Kind.PLAIN, body);
    }

    private Order order(long n, String command, boolean hasKey, int events, Kind kind, Map<String, Object> body) {
        return new Order(
                n,
                command,
                JsonMapper.shared().writeValueAsString(body),
                hasKey ? "chaos-" + run + "-" + n : null,
                events,
                kind);
    }

    private String subject() {
        return "cust-" + random.nextInt(SUBJECTS);
    }

    private String of(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
