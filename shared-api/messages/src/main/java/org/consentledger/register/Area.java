package org.consentledger.register;

import java.time.Instant;
import java.util.List;

/** A group of countries that share one data protection law, such as the EEA; members come and go. */
public record Area(String code, List<Member> members) {

    /**
     * A country for as long as it belongs to the area.
     *
     * @param country ISO 3166-1 alpha-2 code
     */
    public record Member(String country, Validity validity) {}

    public Area {
        members = List.copyOf(members);
    }

    boolean hasMember(String country, Instant at) {
        return members.stream()
                .anyMatch(m -> m.country().equals(country) && m.validity().standingAt(at) == Validity.Standing.VALID);
    }
}
