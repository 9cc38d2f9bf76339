package org.consentledger.query.decision;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.query.citation.EventCited;
import org.consentledger.query.decision.RuleView.ConsentCited;
import org.consentledger.query.decision.RuleView.ErasureCited;
import org.consentledger.query.decision.RuleView.EvidenceCited;
import org.consentledger.query.decision.RuleView.NoticeCited;
import org.consentledger.query.decision.RuleView.ObjectionCited;
import org.consentledger.query.decision.RuleView.PurposeCited;
import org.consentledger.query.decision.RuleView.RecipientCited;
import org.consentledger.query.decision.RuleView.RegisterEntry;
import org.consentledger.query.decision.RuleView.SafeguardCited;
import org.consentledger.query.notice.NoticeIndex;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
import org.consentledger.subject.Giver;
import org.consentledger.transfer.Circumstance;
import org.consentledger.transfer.Finding;
import org.consentledger.transfer.SafeguardWeighed;
import org.jspecify.annotations.Nullable;

/**
 * From what a rule rested on to the events that recorded it.
 *
 * @param events those that may be cited; what is personal is in place as far as it may be read
 */
record Citations(List<RecordedEvent> events, NoticeIndex index) {

    RuleView rule(Finding finding, String sentence) {
        var circumstances = finding.circumstances();
        return new RuleView(
                finding.rule(),
                finding.rule().number(),
                finding.rule().law(),
                finding.answer(),
                finding.reasons(),
                notices(finding),
                first(circumstances, Circumstance.OfRecipient.class)
                        .map(of -> recipient(of.recipient()))
                        .findFirst()
                        .orElse(null),
                first(circumstances, Circumstance.OfConsent.class)
                        .map(this::consent)
                        .findFirst()
                        .orElse(null),
                first(circumstances, Circumstance.OfObjection.class)
                        .flatMap(of -> Stream.ofNullable(of.objection()))
                        .map(objection ->
                                new ObjectionCited(objection.purpose(), objection.at(), cited(objection.eventId())))
                        .findFirst()
                        .orElse(null),
                first(circumstances, Circumstance.OfSafeguards.class)
                        .flatMap(of -> of.weighed().stream().map(weighed -> safeguard(weighed, of)))
                        .toList(),
                first(circumstances, Circumstance.OfErasure.class)
                        .flatMap(of -> Stream.ofNullable(of.erasedAt()))
                        .map(erasedAt -> new ErasureCited(
                                erasedAt,
                                cited(SubjectErased.class, e -> e.erasedAt().equals(erasedAt))))
                        .findFirst()
                        .orElse(null),
                sentence);
    }

    private List<NoticeCited> notices(Finding finding) {
        var named = first(finding.circumstances(), Circumstance.OfPurpose.class)
                .map(of -> notice(of.notice(), of.purpose()));
        var looked = first(finding.circumstances(), Circumstance.NoPurpose.class)
                .flatMap(of -> of.inForce().stream().map(notice -> notice(notice, null)));
        return Stream.concat(named, looked).toList();
    }

    private NoticeCited notice(Notice notice, @Nullable Purpose purpose) {
        return new NoticeCited(
                notice.notice(),
                notice.version(),
                notice.effectiveFrom(),
                notice.texts(),
                purpose == null
                        ? null
                        : new PurposeCited(
                                purpose.purpose(),
                                purpose.basis(),
                                purpose.form(),
                                purpose.dataCategories(),
                                purpose.recipientClasses(),
                                purpose.crossBorderConsent()),
                purpose == null ? List.of() : index.paragraphs(notice, purpose.purpose()),
                cited(NoticePublished.class, e -> e.notice().equals(notice)));
    }

    private RecipientCited recipient(Recipient recipient) {
        var code = recipient.recipient();
        return new RecipientCited(
                code,
                recipient.name(),
                recipient.recipientClass(),
                recipient.country(),
                recipient.retiredAt(),
                cited(RecipientRegistered.class, e -> e.recipient().equals(code)),
                recipient.retiredAt() == null
                        ? null
                        : cited(RecipientRetired.class, e -> e.recipient().equals(code)));
    }

    private ConsentCited consent(Circumstance.OfConsent of) {
        var status = of.status();
        var recorded = recorded(status.eventId());
        var askedAgainBy = of.askedAgainBy();
        return new ConsentCited(
                status.purpose(),
                status.state(),
                status.since(),
                status.until(),
                of.demanded(),
                status.form(),
                status.notice(),
                status.noticeVersion(),
                recorded == null ? null : evidence(recorded),
                recorded == null ? null : giver(recorded),
                askedAgainBy == null ? null : notice(askedAgainBy, null),
                recorded == null ? null : EventCited.of(recorded));
    }

    private static @Nullable EvidenceCited evidence(RecordedEvent recorded) {
        Evidence evidence = switch (recorded.event()) {
            case ConsentGiven e -> e.evidence();
            case ConsentRefused e -> e.evidence();
            default -> null;
        };
        return evidence == null
                ? null
                : new EvidenceCited(
                        evidence.channel(),
                        evidence.form(),
                        evidence.statementSha256(),
                        evidence.locale(),
                        evidence.collectedBy());
    }

    private static Giver.@Nullable Kind giver(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ConsentGiven e -> e.giver().kind();
            case ConsentRefused e -> e.giver().kind();
            case ConsentRevoked e -> e.giver().kind();
            default -> null;
        };
    }

    private SafeguardCited safeguard(SafeguardWeighed weighed, Circumstance.OfSafeguards of) {
        var named = weighed.safeguard();
        var recorded = weighed.recorded();
        return new SafeguardCited(
                named.kind(),
                named.reference(),
                named.framework(),
                weighed.isValid() && named.equals(of.used()),
                weighed.isValid(),
                recorded == null ? null : recorded.validFrom(),
                recorded == null ? null : recorded.validUntil(),
                recorded == null ? null : recorded.withdrawnAt(),
                weighed.foundations().stream()
                        .map(foundation -> new RegisterEntry(
                                foundation.source(),
                                foundation.validity().from(),
                                foundation.validity().until(),
                                foundation.validity().invalidatedOn(),
                                foundation.standing()))
                        .toList(),
                recorded == null
                        ? null
                        : cited(
                                SafeguardRecorded.class,
                                e -> e.safeguard().kind() == named.kind()
                                        && e.safeguard().reference().equals(named.reference())),
                recorded == null || recorded.withdrawnAt() == null
                        ? null
                        : cited(
                                SafeguardWithdrawn.class,
                                e -> e.kind() == named.kind() && e.reference().equals(named.reference())));
    }

    private static <C extends Circumstance> Stream<C> first(List<Circumstance> circumstances, Class<C> kind) {
        return circumstances.stream().filter(kind::isInstance).map(kind::cast).limit(1);
    }

    private @Nullable EventCited cited(@Nullable String eventId) {
        var recorded = recorded(eventId);
        return recorded == null ? null : EventCited.of(recorded);
    }

    private @Nullable RecordedEvent recorded(@Nullable String eventId) {
        return events.stream()
                .filter(recorded -> recorded.id().equals(eventId))
                .findFirst()
                .orElse(null);
    }

    private <E> @Nullable EventCited cited(Class<E> type, Predicate<E> which) {
        return events.stream()
                .filter(recorded -> type.isInstance(recorded.event()) && which.test(type.cast(recorded.event())))
                .findFirst()
                .map(EventCited::of)
                .orElse(null);
    }
}
