package org.consentledger.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law said when: data, not code, so that an operator can bring it up to date.
 *
 * @param digest identifies this content; recorded with each transfer decision that used it
 */
public record LegalRegister(
        String digest, List<Area> areas, List<AdequacyDecision> adequacyDecisions, List<Framework> frameworks) {

    public LegalRegister {
        areas = List.copyOf(areas);
        adequacyDecisions = List.copyOf(adequacyDecisions);
        frameworks = List.copyOf(frameworks);
    }

    /** Whether the country belonged to one of these areas at that world time; a country's own code is an area too. */
    public boolean isWithin(List<String> homeArea, String country, Instant at) {
        return homeArea.contains(country)
                || areas.stream().anyMatch(area -> homeArea.contains(area.code()) && area.hasMember(country, at));
    }

    /** All decisions ever made for the country, whether or not they still count. */
    public List<AdequacyDecision> adequacyDecisions(String country) {
        return adequacyDecisions.stream()
                .filter(d -> d.country().equals(country))
                .toList();
    }

    /** The framework of that code, if companies of the country may join it. */
    public Optional<Framework> framework(@Nullable String code, String country) {
        return frameworks.stream()
                .filter(f -> f.code().equals(code) && f.country().equals(country))
                .findFirst();
    }
}
