package org.consentledger.query.census;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Notice;

/**
 * What was counted at one moment.
 *
 * @param position up to which the projection's facts count
 * @param at world time of the count, UTC
 * @param table that held the facts
 * @param catalogue whose notices tell which consents are asked for again
 * @param inForce consents in force by purpose; what is not there is none
 * @param ahead subjects of whom something is known that is of a later world time than the count
 */
record Census(
        long position, Instant at, long table, Catalogue catalogue, Map<String, Long> inForce, Set<String> ahead) {

    Census {
        inForce = Map.copyOf(inForce);
        ahead = Set.copyOf(ahead);
    }

    /**
     * Whether a later count can go on from this one: then only subjects of whom something is new need to be looked at. A
     * notice may end any number of consents at once, so it needs a whole count.
     */
    boolean leadsTo(long laterPosition, Instant later, long laterTable, Catalogue laterCatalogue) {
        return table == laterTable
                && position <= laterPosition
                && !at.isAfter(later)
                && isOfTheSame(laterCatalogue.notices())
                && laterCatalogue.notices().stream().noneMatch(notice -> asksAgain(notice, later));
    }

    private boolean isOfTheSame(List<Notice> notices) {
        return catalogue.notices().equals(notices);
    }

    private boolean asksAgain(Notice notice, Instant until) {
        return notice.asksAgain()
                && notice.effectiveFrom().isAfter(at)
                && !notice.effectiveFrom().isAfter(until);
    }
}
