package org.consentledger.query.report.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.recipient.RecipientReport.Foundation;
import org.consentledger.query.report.recipient.RecipientReport.SafeguardInPeriod;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;

/** What could cover a recipient at some time of a period. */
record SafeguardsInPeriod(LegalRegister register, Period period) {

    /** Recorded ones in their order, then adequacy decisions for the country, which need no record. */
    List<SafeguardInPeriod> of(Recipient recipient) {
        var recorded =
                recipient.safeguards().stream().filter(this::stood).map(safeguard -> inPeriod(recipient, safeguard));
        var adequacy = register.adequacyDecisions(recipient.country()).stream()
                .filter(decision -> stood(decision.validity()))
                .map(SafeguardsInPeriod::inPeriod);
        return Stream.concat(recorded, adequacy).toList();
    }

    private boolean stood(Safeguard safeguard) {
        return overlaps(safeguard.validFrom(), safeguard.validUntil())
                && overlaps(safeguard.validFrom(), safeguard.withdrawnAt());
    }

    private boolean stood(Validity validity) {
        return overlaps(start(validity.from()), end(validity.until()))
                && overlaps(start(validity.from()), end(validity.invalidatedOn()));
    }

    private boolean overlaps(Instant from, @Nullable Instant end) {
        return from.isBefore(period.to()) && (end == null || (end.isAfter(period.from()) && end.isAfter(from)));
    }

    private SafeguardInPeriod inPeriod(Recipient recipient, Safeguard safeguard) {
        return new SafeguardInPeriod(
                safeguard.kind(),
                safeguard.framework(),
                safeguard.reference(),
                safeguard.validFrom(),
                safeguard.validUntil(),
                safeguard.withdrawnAt(),
                foundations(recipient, safeguard));
    }

    private List<Foundation> foundations(Recipient recipient, Safeguard safeguard) {
        return switch (safeguard.kind()) {
            case STANDARD_CLAUSES, BINDING_CORPORATE_RULES -> List.of();
            case ADEQUACY ->
                register.adequacyDecisions(recipient.country()).stream()
                        .map(SafeguardsInPeriod::foundation)
                        .toList();
            case CERTIFICATION ->
                register.framework(safeguard.framework(), recipient.country()).stream()
                        .map(framework -> foundation(framework.source(), framework.validity()))
                        .toList();
        };
    }

    private static SafeguardInPeriod inPeriod(AdequacyDecision decision) {
        return new SafeguardInPeriod(
                SafeguardKind.ADEQUACY,
                null,
                decision.source(),
                start(decision.validity().from()),
                end(decision.validity().until()),
                null,
                List.of(foundation(decision)));
    }

    private static Foundation foundation(AdequacyDecision decision) {
        return foundation(decision.source(), decision.validity());
    }

    private static Foundation foundation(String source, Validity validity) {
        return new Foundation(source, validity.from(), validity.until(), validity.invalidatedOn());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : start(day);
    }
}
