package org.consentledger.query.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a safeguard covered transfers, and what ended it.
 *
 * @param to world time from which it covers no more, UTC; null while nothing ends it
 * @param ending what ends it at {@code to}; NONE if nothing does
 * @param source citation of what it rests on in law; null if it rests on itself
 */
record SafeguardSpan(
        Safeguard safeguard,
        Instant from,
        @Nullable Instant to,
        Ending ending,
        @Nullable String source) {

    /** What can end a safeguard. */
    enum Ending {
        NONE,
        RAN_OUT,
        WITHDRAWN,
        /** What it rests on ran out or was repealed. */
        FOUNDATION_ENDED,
        /** A court or authority struck down what it rests on. */
        INVALIDATED
    }

    /** How it stands at a moment. */
    enum Standing {
        NOT_YET,
        VALID,
        OVER
    }

    private record End(Instant at, Ending why) {}

    private record Foundation(Validity validity, String source) {}

    static SafeguardSpan of(Safeguard safeguard, Recipient recipient, LegalRegister register) {
        var foundation = foundation(safeguard, recipient, register);
        var validity = foundation == null ? null : foundation.validity();
        var end = Stream.of(
                        end(safeguard.validUntil(), Ending.RAN_OUT),
                        end(safeguard.withdrawnAt(), Ending.WITHDRAWN),
                        validity == null ? null : end(start(validity.until()), Ending.FOUNDATION_ENDED),
                        validity == null ? null : end(start(validity.invalidatedOn()), Ending.INVALIDATED))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(End::at));
        var begins = validity == null ? safeguard.validFrom() : later(safeguard.validFrom(), validity.from());
        return new SafeguardSpan(
                safeguard,
                begins,
                end.map(End::at).orElse(null),
                end.map(End::why).orElse(Ending.NONE),
                foundation == null ? null : foundation.source());
    }

    public Standing standingAt(Instant at) {
        if (to != null && !at.isBefore(to)) {
            return Standing.OVER;
        }
        return at.isBefore(from) ? Standing.NOT_YET : Standing.VALID;
    }

    /** What it rests on: of several decisions about the country the newest. */
    private static @Nullable Foundation foundation(Safeguard safeguard, Recipient recipient, LegalRegister register) {
        return switch (safeguard.kind()) {
            case STANDARD_CLAUSES, BINDING_CORPORATE_RULES -> null;
            case ADEQUACY ->
                register.adequacyDecisions(recipient.country()).stream()
                        .max(Comparator.comparing(
                                decision -> decision.validity().from()))
                        .map(SafeguardSpan::foundation)
                        .orElse(null);
            case CERTIFICATION ->
                register.framework(safeguard.framework(), recipient.country())
                        .map(SafeguardSpan::foundation)
                        .orElse(null);
        };
    }

    private static Foundation foundation(AdequacyDecision decision) {
        return new Foundation(decision.validity(), decision.source());
    }

    private static Foundation foundation(Framework framework) {
        return new Foundation(framework.validity(), framework.source());
    }

    private static @Nullable End end(@Nullable Instant at, Ending why) {
        return at == null ? null : new End(at, why);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant later(Instant one, LocalDate day) {
        var other = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return one.isAfter(other) ? one : other;
    }
}
