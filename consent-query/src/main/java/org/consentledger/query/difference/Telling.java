package org.consentledger.query.difference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consentledger.difference.Change;
import org.consentledger.difference.Difference;
import org.consentledger.difference.ObjectionDifference;
import org.consentledger.difference.PurposeDifference;
import org.consentledger.notice.Notice;
import org.consentledger.query.consent.ConsentsView;
import org.consentledger.query.consent.KnownMoment;
import org.consentledger.query.difference.DifferenceView.Kind;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.transfer.TransfersBetween;
import org.jspecify.annotations.Nullable;

/** From what changed to what an answer says of it. */
record Telling(DifferenceWords words) {

    DifferenceView.SubjectStanding standing(
            KnownMoment known, @Nullable KnownAt knownAt, @Nullable Set<String> purposes) {
        var moment = known.moment();
        return new DifferenceView.SubjectStanding(
                moment.asOf(),
                knownAt,
                known.reached(),
                moment.consents().stream()
                        .filter(status -> purposes == null || purposes.contains(status.purpose()))
                        .map(ConsentsView.Consent::of)
                        .toList(),
                moment.objections().stream()
                        .filter(objection -> purposes == null || purposes.contains(objection.purpose()))
                        .map(ConsentsView.Objection::of)
                        .toList());
    }

    DifferenceView.PurposeDifferenceView purpose(PurposeDifference of) {
        return new DifferenceView.PurposeDifferenceView(
                of.purpose(),
                of.from().state(),
                of.to().state(),
                of.changes().stream()
                        .map(change -> change(of.purpose(), change))
                        .toList(),
                of.leftOut());
    }

    private DifferenceView.ChangeOfConsent change(String purpose, Change change) {
        var eventId = eventId(change);
        return new DifferenceView.ChangeOfConsent(
                kind(change),
                at(change),
                change.before().state(),
                change.after().state(),
                change.counts(),
                eventId == null ? null : words.events().get(eventId),
                version(change),
                words.of(purpose, change));
    }

    DifferenceView.ObjectionDifferenceView objection(ObjectionDifference of) {
        return new DifferenceView.ObjectionDifferenceView(
                of.purpose(),
                of.from(),
                of.to(),
                of.changes().stream()
                        .map(change -> new DifferenceView.ChangeOfObjection(
                                change.fact().at(),
                                change.learnt(),
                                change.stoodBefore(),
                                change.standsAfter(),
                                words.events().get(change.fact().eventId()),
                                words.of(of.purpose(), change)))
                        .toList(),
                of.leftOut());
    }

    List<String> sentences(TwoMoments between, Difference difference, TransfersBetween.Found moved) {
        var sentences = new ArrayList<String>();
        sentences.add(words.compared(between));
        for (var of : difference.purposes()) {
            if (of.leftOut() > 0) {
                sentences.add(words.leftOut(of.purpose(), of.leftOut()));
            }
            of.changes().forEach(change -> sentences.add(words.of(of.purpose(), change)));
        }
        for (var of : difference.objections()) {
            if (of.leftOut() > 0) {
                sentences.add(words.leftOut(of.purpose(), of.leftOut()));
            }
            of.changes().forEach(change -> sentences.add(words.of(of.purpose(), change)));
        }
        if (moved.leftOut() > 0) {
            sentences.add(words.transfersLeftOut(moved.leftOut()));
        }
        moved.listed().forEach(transfer -> sentences.add(words.of(transfer)));
        if (difference.erasedAt() != null) {
            sentences.add(words.erased(difference.erasedAt()));
        }
        if (sentences.size() == 1) {
            sentences.add(words.nothing());
        }
        return sentences;
    }

    /** What recorded a change: of a consent that ended, the consent itself. */
    static @Nullable String eventId(Change change) {
        return switch (change) {
            case Change.Said said -> said.fact().eventId();
            case Change.Learnt learnt -> learnt.fact().eventId();
            case Change.Ended ended -> ended.after().eventId();
            case Change.NoticeLearnt learnt -> learnt.after().eventId();
        };
    }

    private static Kind kind(Change change) {
        return switch (change) {
            case Change.Said said -> Kind.SAID;
            case Change.Learnt learnt -> Kind.LEARNT;
            case Change.Ended ended -> Kind.ENDED;
            case Change.NoticeLearnt learnt -> Kind.NOTICE_LEARNT;
        };
    }

    private static @Nullable Instant at(Change change) {
        return switch (change) {
            case Change.Said said -> said.fact().at();
            case Change.Learnt learnt -> learnt.fact().at();
            case Change.Ended ended -> ended.ending().at();
            case Change.NoticeLearnt learnt ->
                learnt.askedAgainBy() == null ? null : learnt.askedAgainBy().effectiveFrom();
        };
    }

    private static DifferenceView.@Nullable NoticeNamed version(Change change) {
        var notice = switch (change) {
            case Change.Ended ended -> ended.askedAgainBy();
            case Change.NoticeLearnt learnt -> learnt.askedAgainBy();
            case Change.Said said -> null;
            case Change.Learnt learnt -> null;
        };
        return notice == null ? null : version(notice);
    }

    private static DifferenceView.NoticeNamed version(Notice notice) {
        return new DifferenceView.NoticeNamed(notice.notice(), notice.version(), notice.effectiveFrom());
    }
}
