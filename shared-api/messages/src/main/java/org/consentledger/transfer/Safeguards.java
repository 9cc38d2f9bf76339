package org.consentledger.transfer;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.consentledger.register.Validity.Standing;
import org.consentledger.transfer.Ground.SafeguardUsed;
import org.consentledger.transfer.SafeguardWeighed.Foundation;

/**
 * What covers a recipient in a third country at one moment, judged by what was valid on that day.
 *
 * @param weighed the recipient's own safeguards, then the country's adequacy decisions
 */
record Safeguards(String country, List<SafeguardWeighed> weighed) {

    static Safeguards of(Recipient recipient, LegalRegister register, Instant at) {
        var country = recipient.country();
        var decisions = register.adequacyDecisions(country);
        var recorded = recipient.safeguards().stream().map(s -> weigh(s, country, register, at));
        var adequacy = decisions.stream().map(d -> weigh(d, at));
        return new Safeguards(country, Stream.concat(recorded, adequacy).toList());
    }

    /** The safeguard a transfer may rest on; the country's adequacy decision needs no record of its own. */
    Optional<SafeguardUsed> inForce() {
        return weighed.stream()
                .filter(SafeguardWeighed::isValid)
                .map(SafeguardWeighed::safeguard)
                .min(Comparator.comparing(SafeguardUsed::kind));
    }

    /** Why nothing covers the recipient; asked only when nothing does. */
    Set<Reason> whyNone() {
        var reasons = EnumSet.noneOf(Reason.class);
        weighed.stream().flatMap(SafeguardWeighed::standings).forEach(standing -> {
            switch (standing) {
                case ENDED -> reasons.add(Reason.SAFEGUARD_EXPIRED);
                case INVALIDATED -> reasons.add(Reason.SAFEGUARD_INVALIDATED);
                case NOT_YET, VALID -> {}
            }
        });
        return reasons.isEmpty() ? EnumSet.of(Reason.SAFEGUARD_MISSING) : reasons;
    }

    private static SafeguardWeighed weigh(Safeguard safeguard, String country, LegalRegister register, Instant at) {
        var foundations = switch (safeguard.kind()) {
            case STANDARD_CLAUSES, BINDING_CORPORATE_RULES -> Stream.<Foundation>empty();
            case ADEQUACY ->
                register.adequacyDecisions(country).stream().map(d -> foundation(d.source(), d.validity(), at));
            case CERTIFICATION ->
                register.framework(safeguard.framework(), country).stream()
                        .map(f -> foundation(f.source(), f.validity(), at));
        };
        return new SafeguardWeighed(
                new SafeguardUsed(safeguard.kind(), safeguard.reference(), safeguard.framework()),
                safeguard,
                window(safeguard, at),
                foundations.toList(),
                safeguard.kind() == SafeguardKind.ADEQUACY || safeguard.kind() == SafeguardKind.CERTIFICATION);
    }

    private static SafeguardWeighed weigh(AdequacyDecision decision, Instant at) {
        var foundation = foundation(decision.source(), decision.validity(), at);
        return new SafeguardWeighed(
                new SafeguardUsed(SafeguardKind.ADEQUACY, decision.source(), null),
                null,
                foundation.standing(),
                List.of(foundation),
                true);
    }

    private static Foundation foundation(String source, Validity validity, Instant at) {
        return new Foundation(source, validity, validity.standingAt(at));
    }

    /** A withdrawn safeguard counts as if it had never begun: it is missing, not expired. */
    private static Standing window(Safeguard safeguard, Instant at) {
        var withdrawnAt = safeguard.withdrawnAt();
        if (at.isBefore(safeguard.validFrom()) || (withdrawnAt != null && !at.isBefore(withdrawnAt))) {
            return Standing.NOT_YET;
        }
        var validUntil = safeguard.validUntil();
        return validUntil == null || at.isBefore(validUntil) ? Standing.VALID : Standing.ENDED;
    }
}
