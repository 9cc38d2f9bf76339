package org.consentledger.query.report.expiring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Notice;
import org.consentledger.query.report.expiring.Expiring.ExpiringFoundation;
import org.consentledger.query.report.expiring.Expiring.ExpiringSafeguard;
import org.consentledger.query.report.expiring.Expiring.NoticeAskingAgain;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;

/** What of the catalogue, and of the law that it rests on, ends within a window. */
record ExpiringCatalogue(Catalogue catalogue, LegalRegister register, Window window) {

    List<ExpiringSafeguard> safeguards() {
        return recipientsInUse()
                .flatMap(recipient -> recipient.safeguards().stream()
                        .flatMap(safeguard -> end(safeguard).stream()
                                .map(endsAt -> new ExpiringSafeguard(
                                        endsAt,
                                        recipient.recipient(),
                                        safeguard.kind(),
                                        safeguard.framework(),
                                        safeguard.reference()))))
                .sorted(Comparator.comparing(ExpiringSafeguard::endsAt).thenComparing(ExpiringSafeguard::recipient))
                .toList();
    }

    /** A withdrawal may have been announced for a day to come. */
    private Optional<Instant> end(Safeguard safeguard) {
        return Stream.of(Optional.ofNullable(safeguard.validUntil()), Optional.ofNullable(safeguard.withdrawnAt()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .filter(window::holds);
    }

    List<ExpiringFoundation> foundations() {
        var frameworks = register.frameworks().stream()
                .flatMap(framework -> end(framework.validity()).stream()
                        .map(endsAt -> new ExpiringFoundation(
                                endsAt,
                                SafeguardKind.CERTIFICATION,
                                framework.code(),
                                framework.source(),
                                recipientsCertified(framework.code()))));
        var decisions = register.adequacyDecisions().stream()
                .flatMap(decision -> end(decision.validity()).stream()
                        .map(endsAt -> new ExpiringFoundation(
                                endsAt,
                                SafeguardKind.ADEQUACY,
                                decision.country(),
                                decision.source(),
                                recipientsIn(decision.country()))));
        return Stream.concat(frameworks, decisions)
                .sorted(Comparator.comparing(ExpiringFoundation::endsAt).thenComparing(ExpiringFoundation::code))
                .toList();
    }

    private Optional<Instant> end(Validity validity) {
        return Stream.of(validity.until(), validity.invalidatedOn())
                .flatMap(day -> window.held(day).stream())
                .min(Comparator.naturalOrder());
    }

    private List<String> recipientsCertified(String framework) {
        return recipientsInUse()
                .filter(recipient -> recipient.safeguards().stream()
                        .anyMatch(safeguard -> framework.equals(safeguard.framework()) && isStanding(safeguard)))
                .map(Recipient::recipient)
                .sorted()
                .toList();
    }

    private boolean isStanding(Safeguard safeguard) {
        var end = Stream.of(Optional.ofNullable(safeguard.validUntil()), Optional.ofNullable(safeguard.withdrawnAt()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return end.isEmpty() || end.get().isAfter(window.now());
    }

    private List<String> recipientsIn(String country) {
        return recipientsInUse()
                .filter(recipient -> recipient.country().equals(country))
                .map(Recipient::recipient)
                .sorted()
                .toList();
    }

    private Stream<Recipient> recipientsInUse() {
        return catalogue.recipients().values().stream().filter(recipient -> !recipient.isRetiredAt(window.now()));
    }

    List<NoticeAskingAgain> notices() {
        return catalogue.allNotices().stream()
                .filter(Notice::asksAgain)
                .filter(notice -> window.holds(notice.effectiveFrom()))
                .sorted(Comparator.comparing(Notice::effectiveFrom).thenComparing(Notice::notice))
                .map(notice -> new NoticeAskingAgain(notice.effectiveFrom(), notice.notice(), notice.version()))
                .toList();
    }
}
