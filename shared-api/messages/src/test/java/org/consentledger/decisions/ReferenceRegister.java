package org.consentledger.decisions;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.Area;
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The legal register that the project ships, read anew for tests: the ledger's own reader is not theirs to trust. */
public final class ReferenceRegister {

    /** Stands for the content in tests; the digest itself is the ledger's business. */
    public static final String DIGEST = "reference";

    private ReferenceRegister() {}

    /** Reads legal-register.yaml. */
    public static LegalRegister read(Path file) {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return mapper.readValue(file.toFile(), RegisterFile.class).register();
    }

    private record RegisterFile(List<AreaRow> areas, List<LawRow> adequacyDecisions, List<LawRow> frameworks) {

        LegalRegister register() {
            return new LegalRegister(
                    DIGEST,
                    areas.stream().map(AreaRow::area).toList(),
                    adequacyDecisions.stream()
                            .map(d -> new AdequacyDecision(d.country, d.validity(), d.source))
                            .toList(),
                    frameworks.stream()
                            .map(f -> new Framework(String.valueOf(f.code), f.country, f.validity(), f.source))
                            .toList());
        }
    }

    private record AreaRow(String code, List<LawRow> members) {

        Area area() {
            return new Area(
                    code,
                    members.stream()
                            .map(m -> new Area.Member(m.country, m.validity()))
                            .toList());
        }
    }

    private record LawRow(
            @Nullable String code,
            String country,
            @Nullable String scope,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate invalidatedOn,
            String source) {

        Validity validity() {
            return new Validity(from, until, invalidatedOn);
        }
    }
}
