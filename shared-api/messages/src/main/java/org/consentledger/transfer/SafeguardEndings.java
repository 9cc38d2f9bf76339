package org.consentledger.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Notice;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity.Standing;

/**
 * How many recorded safeguards end soon, or have ended, without another that covers their recipient. Withdrawn ones, those
 * of retired recipients and of recipients in the home area do not count. A safeguard that rests on the legal register ends with what it rests on.
 *
 * @param expiring those that transfers may rest on now, whose end is near, and with which the recipient will be covered by
 *     nothing
 * @param expired those that ran out, or whose foundation did or was struck down, where nothing covers the recipient now
 */
public record SafeguardEndings(int expiring, int expired) {

    /**
     * As things stand at one moment.
     *
     * @param now UTC
     * @param soon how far away an end is near (inclusive)
     */
    public static SafeguardEndings of(Catalogue catalogue, LegalRegister register, Instant now, Duration soon) {
        var expiring = 0;
        var expired = 0;
        for (var recipient : catalogue.recipients().values()) {
            if (!recipient.isRetiredAt(now) && !isHome(recipient, catalogue.inForce(now), register, now)) {
                var covered = new Covered(recipient, register, now);
                expiring += covered.expiring(now.plus(soon));
                expired += covered.expired();
            }
        }
        return new SafeguardEndings(expiring, expired);
    }

    /** By every notice in force: then none is needed. */
    private static boolean isHome(Recipient recipient, List<Notice> inForce, LegalRegister register, Instant now) {
        return !inForce.isEmpty()
                && inForce.stream().allMatch(notice -> register.isWithin(notice.homeArea(), recipient.country(), now));
    }

    private record Covered(Recipient recipient, LegalRegister register, Instant now) {

        int expired() {
            var today = at(now);
            return today.inForce().isPresent()
                    ? 0
                    : (int) recorded(today)
                            .filter(weighed -> weighed.standings()
                                    .anyMatch(
                                            standing -> standing == Standing.ENDED || standing == Standing.INVALIDATED))
                            .count();
        }

        int expiring(Instant until) {
            var today = at(now);
            var ends = ends(today, until);
            return (int) recorded(today)
                    .filter(SafeguardWeighed::isValid)
                    .flatMap(weighed -> Stream.ofNullable(weighed.recorded()))
                    .filter(safeguard -> end(safeguard, ends)
                            .filter(end -> at(end).inForce().isEmpty())
                            .isPresent())
                    .count();
        }

        /** When it will be valid no more. */
        private Optional<Instant> end(Safeguard safeguard, List<Instant> ends) {
            return ends.stream()
                    .filter(end -> recorded(at(end))
                            .noneMatch(weighed -> safeguard.equals(weighed.recorded()) && weighed.isValid()))
                    .findFirst();
        }

        /** Moments up to the last at which something may end, in their order. */
        private List<Instant> ends(Safeguards safeguards, Instant last) {
            var windows = recipient.safeguards().stream()
                    .flatMap(safeguard -> Stream.of(
                            Optional.ofNullable(safeguard.validUntil()), Optional.ofNullable(safeguard.withdrawnAt())))
                    .flatMap(Optional::stream);
            var foundations = safeguards.weighed().stream()
                    .flatMap(weighed -> weighed.foundations().stream())
                    .flatMap(foundation -> foundation.validity().ends());
            return Stream.concat(windows, foundations)
                    .filter(end -> end.isAfter(now) && !end.isAfter(last))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private Safeguards at(Instant moment) {
            return Safeguards.of(recipient, register, moment);
        }

        /** The recipient's own, and not what covers its country. */
        private static Stream<SafeguardWeighed> recorded(Safeguards safeguards) {
            return safeguards.weighed().stream().filter(weighed -> weighed.recorded() != null);
        }
    }
}
