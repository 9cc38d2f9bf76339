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
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.consentledger.register.Validity.Standing;
import org.consentledger.transfer.Ground.SafeguardUsed;

/** What covers a recipient in a third country at one moment, judged by what was valid on that day. */
record Safeguards(Recipient recipient, LegalRegister register, Instant at) {

    /** The safeguard a transfer may rest on; the country's adequacy decision needs no record of its own. */
    Optional<SafeguardUsed> inForce() {
        var recorded = recipient.safeguards().stream()
                .filter(s -> standings(s).allMatch(Standing.VALID::equals))
                .map(s -> new SafeguardUsed(s.kind(), s.reference(), s.framework()));
        var adequacy = register.adequacyDecisions(recipient.country()).stream()
                .filter(d -> d.validity().standingAt(at) == Standing.VALID)
                .map(d -> new SafeguardUsed(SafeguardKind.ADEQUACY, d.source(), null));
        return Stream.concat(recorded, adequacy).min(Comparator.comparing(SafeguardUsed::kind));
    }

    /** Why nothing covers the recipient; asked only when nothing does. */
    Set<Reason> whyNone() {
        var reasons = EnumSet.noneOf(Reason.class);
        var recorded = recipient.safeguards().stream().flatMap(this::standings);
        var adequacy = register.adequacyDecisions(recipient.country()).stream()
                .map(decision -> decision.validity().standingAt(at));
        Stream.concat(recorded, adequacy).forEach(standing -> {
            switch (standing) {
                case ENDED -> reasons.add(Reason.SAFEGUARD_EXPIRED);
                case INVALIDATED -> reasons.add(Reason.SAFEGUARD_INVALIDATED);
                case NOT_YET, VALID -> {}
            }
        });
        return reasons.isEmpty() ? EnumSet.of(Reason.SAFEGUARD_MISSING) : reasons;
    }

    /**
     * How the safeguard's own window stands, and what it rests on. A withdrawn safeguard counts as if it had never
     * begun: it is missing, not expired.
     */
    private Stream<Standing> standings(Safeguard safeguard) {
        var withdrawnAt = safeguard.withdrawnAt();
        if (at.isBefore(safeguard.validFrom()) || (withdrawnAt != null && !at.isBefore(withdrawnAt))) {
            return Stream.of(Standing.NOT_YET);
        }
        var validUntil = safeguard.validUntil();
        var own = validUntil == null || at.isBefore(validUntil) ? Standing.VALID : Standing.ENDED;
        return switch (safeguard.kind()) {
            case STANDARD_CLAUSES, BINDING_CORPORATE_RULES -> Stream.of(own);
            case ADEQUACY -> Stream.of(own, adequacy());
            case CERTIFICATION -> Stream.of(own, framework(safeguard));
        };
    }

    private Standing adequacy() {
        return standing(register.adequacyDecisions(recipient.country()).stream().map(AdequacyDecision::validity));
    }

    private Standing framework(Safeguard safeguard) {
        return standing(
                register.framework(safeguard.framework(), recipient.country()).map(Framework::validity).stream());
    }

    /** One valid foundation is enough; otherwise the gravest thing that befell any of them. */
    private Standing standing(Stream<Validity> foundations) {
        List<Standing> standings = foundations.map(v -> v.standingAt(at)).toList();
        return Stream.of(Standing.VALID, Standing.INVALIDATED, Standing.ENDED)
                .filter(standings::contains)
                .findFirst()
                .orElse(Standing.NOT_YET);
    }
}
