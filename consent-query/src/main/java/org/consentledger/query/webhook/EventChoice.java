package org.consentledger.query.webhook;

import java.util.List;
import java.util.Set;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.query.feed.FeedFilter;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events a webhook is for: all three have to let an event through, and each lets any of its own through; null lets
 * everything through. Erasures belong to no purpose and no recipient, and neither list keeps them back: a receiver may hold any
 * person's data. Nor do types, where a webhook sends personal data.
 *
 * @param types stable names of events
 * @param purposes what subjects said of one of them or of every purpose, and transfers for one
 * @param recipients transfers to one of them, and their own events
 */
record EventChoice(
        @Nullable List<String> types,
        @Nullable List<String> purposes,
        @Nullable List<String> recipients) {

    private static final String ERASED = "SubjectErased";

    EventChoice {
        types = types == null ? null : List.copyOf(types);
        purposes = purposes == null ? null : List.copyOf(purposes);
        recipients = recipients == null ? null : List.copyOf(recipients);
    }

    /** @param personalData whether the webhook sends what is personal */
    boolean lets(RecordedEvent recorded, boolean personalData) {
        if (recorded.event() instanceof SubjectErased) {
            return wantsErasures(personalData);
        }
        return has(types, recorded.type())
                && (has(purposes, purpose(recorded.event()))
                        || ConsentRevoked.EVERY_PURPOSE.equals(purpose(recorded.event())))
                && has(recipients, recipient(recorded.event()));
    }

    private static boolean has(@Nullable List<String> wanted, @Nullable String value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    private static @Nullable String purpose(LedgerEvent event) {
        return switch (event) {
            case ConsentEvent consent -> consent.purpose();
            case ObjectionEvent objection -> objection.purpose();
            case TransferEvent transfer -> transfer.transfer().purpose();
            default -> null;
        };
    }

    private static @Nullable String recipient(LedgerEvent event) {
        return switch (event) {
            case TransferEvent transfer -> transfer.transfer().recipient();
            case RecipientEvent recipient -> recipient.recipient();
            default -> null;
        };
    }

    private boolean wantsErasures(boolean personalData) {
        return personalData || has(types, ERASED);
    }

    /**
     * What the database can tell of it: together they let through all that this does, and perhaps more; no event is let through by
     * two of them.
     *
     * @param personalData whether the webhook sends what is personal
     */
    List<FeedFilter> roughly(boolean personalData) {
        var chosen = new FeedFilter(sole(types), null, sole(recipients), sole(purposes));
        var erasures = new FeedFilter(ERASED, null, null, null);
        var isWithout = chosen.recipient() != null
                || chosen.purpose() != null
                || (chosen.type() != null && !chosen.type().equals(ERASED));
        if (!isWithout || !wantsErasures(personalData)) {
            return List.of(chosen);
        }
        return ERASED.equals(chosen.type()) ? List.of(erasures) : List.of(chosen, erasures);
    }

    private static @Nullable String sole(@Nullable List<String> wanted) {
        return wanted != null && wanted.size() == 1 ? wanted.getFirst() : null;
    }

    /** Whether a token with these limits may have it, or see it. */
    boolean isWithin(Limits limits) {
        return isWithin(limits.to(Limit.PURPOSES), purposes) && isWithin(limits.to(Limit.RECIPIENTS), recipients);
    }

    private static boolean isWithin(@Nullable Set<String> permitted, @Nullable List<String> wanted) {
        return permitted == null || (wanted != null && permitted.containsAll(wanted));
    }
}
