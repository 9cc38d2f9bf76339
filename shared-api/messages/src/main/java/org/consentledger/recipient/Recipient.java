package org.consentledger.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who receives data, as the recipient's events add up.
 *
 * @param recipient the recipient's code
 * @param country ISO 3166-1 alpha-2 code of the country where the data goes
 * @param safeguards all ever recorded, withdrawn ones included
 * @param retiredAt world time from which no data may go there any more, UTC; null while in use
 */
public record Recipient(
        String recipient,
        String name,
        RecipientClass recipientClass,
        String country,
        List<Safeguard> safeguards,
        @Nullable Instant retiredAt) {

    public Recipient {
        safeguards = List.copyOf(safeguards);
    }

    public static String streamId(String recipient) {
        return "recipient-" + recipient;
    }

    /**
     * The recipient after one more of its events.
     *
     * @param before null ahead of the registration
     * @throws IllegalArgumentException if anything else comes ahead of the registration
     */
    public static Recipient evolve(@Nullable Recipient before, RecipientEvent event) {
        return switch (event) {
            case RecipientRegistered e ->
                new Recipient(e.recipient(), e.name(), e.recipientClass(), e.country(), List.of(), null);
            case SafeguardRecorded e -> registered(before).with(e.safeguard());
            case SafeguardWithdrawn e -> registered(before).without(e);
            case RecipientRetired e -> registered(before).retired(e.retiredAt());
        };
    }

    private static Recipient registered(@Nullable Recipient before) {
        if (before == null) {
            throw new IllegalArgumentException("the first event of a recipient is its registration");
        }
        return before;
    }

    /** Whether the recipient is retired at that world time. */
    public boolean isRetiredAt(Instant at) {
        return retiredAt != null && !retiredAt.isAfter(at);
    }

    Optional<Safeguard> safeguard(SafeguardKind kind, String reference) {
        return safeguards.stream().filter(s -> s.is(kind, reference)).findFirst();
    }

    private Recipient with(Safeguard recorded) {
        return with(Stream.concat(safeguards.stream(), Stream.of(recorded)));
    }

    private Recipient without(SafeguardWithdrawn event) {
        return with(safeguards.stream()
                .map(s -> s.is(event.kind(), event.reference()) ? s.withdrawn(event.withdrawnAt()) : s));
    }

    private Recipient with(Stream<Safeguard> changed) {
        return new Recipient(recipient, name, recipientClass, country, changed.toList(), retiredAt);
    }

    private Recipient retired(Instant at) {
        return new Recipient(recipient, name, recipientClass, country, safeguards, at);
    }
}
