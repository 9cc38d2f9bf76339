package org.consentledger.ledger.register;

import java.time.LocalDate;
import java.util.List;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.Area;
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;

/** The legal register as an operator writes it: YAML, unknown keys rejected. */
record LegalRegisterFile(
        List<AreaEntry> areas, List<AdequacyEntry> adequacyDecisions, List<FrameworkEntry> frameworks) {

    record AreaEntry(String code, List<MemberEntry> members) {
        Area toArea() {
            return new Area(
                    code,
                    members.stream()
                            .map(m -> new Area.Member(m.country, new Validity(m.from, m.until, null)))
                            .toList());
        }
    }

    record MemberEntry(
            String country,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) {}

    record AdequacyEntry(
            String country,
            @Nullable String scope,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate invalidatedOn,
            String source) {
        AdequacyDecision toDecision() {
            return new AdequacyDecision(country, new Validity(from, until, invalidatedOn), source);
        }
    }

    record FrameworkEntry(
            String code,
            String country,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate invalidatedOn,
            String source) {
        Framework toFramework() {
            return new Framework(code, country, new Validity(from, until, invalidatedOn), source);
        }
    }

    LegalRegister toRegister(String digest) {
        return new LegalRegister(
                digest,
                areas.stream().map(AreaEntry::toArea).toList(),
                adequacyDecisions.stream().map(AdequacyEntry::toDecision).toList(),
                frameworks.stream().map(FrameworkEntry::toFramework).toList());
    }
}
