package org.consentledger.query.difference;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.difference.Change;
import org.consentledger.difference.ObjectionDifference.ObjectionChange;
import org.consentledger.query.citation.EventCited;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.UtcTime;
import org.consentledger.query.language.Words;
import org.consentledger.query.transfer.TransferBetween;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two moments, in plain words: every sentence of a difference is made here.
 *
 * @param events those that recorded what was said, by id
 * @param asOf the earlier world time, UTC
 */
record DifferenceWords(Words words, Language language, Map<String, EventCited> events, Instant asOf) {

    /** Recorded later than this, a fact is told with when the ledger learnt of it. */
    private static final Duration LATE = Duration.ofDays(1);

    String compared(TwoMoments moments) {
        return say(
                "compared",
                time(moments.fromAsOf()),
                known(moments.fromKnownAt()),
                time(moments.toAsOf()),
                known(moments.toKnownAt()));
    }

    String nothing() {
        return say("nothing");
    }

    String erased(Instant at) {
        return say("erased", time(at));
    }

    String leftOut(String purpose, long number) {
        return say("left-out", purpose, Long.toString(number));
    }

    String transfersLeftOut(long number) {
        return say("transfers-left-out", Long.toString(number));
    }

    String of(String purpose, Change change) {
        return switch (change) {
            case Change.Said said -> said(purpose, said);
            case Change.Learnt learnt -> learnt(purpose, learnt);
            case Change.Ended ended -> ended(purpose, ended);
            case Change.NoticeLearnt learnt -> noticeLearnt(purpose, learnt);
        };
    }

    private String said(String purpose, Change.Said said) {
        var sentence = say("said." + key(said.fact()), time(said.fact().at()), purpose) + lateness(said.fact());
        if (!said.counts()) {
            return sentence + " " + say("overruled");
        }
        var isYes = said.fact() instanceof ConsentFact.Given;
        return isYes && said.after().state() != ConsentState.GIVEN
                ? sentence + " " + say("never-counted", state(said.after().state()))
                : sentence;
    }

    private String learnt(String purpose, Change.Learnt learnt) {
        var fact = learnt.fact();
        var sentence = say("learnt." + key(fact), recorded(fact), time(fact.at()), purpose);
        return sentence + " "
                + (learnt.counts()
                        ? say(
                                "learnt.changed",
                                time(asOf),
                                state(learnt.before().state()),
                                state(learnt.after().state()))
                        : say(
                                "learnt.unchanged",
                                time(asOf),
                                state(learnt.after().state())));
    }

    private String ended(String purpose, Change.Ended ended) {
        var at = time(ended.ending().at());
        var notice = ended.askedAgainBy();
        return notice == null
                ? say("ended.expired", at, purpose)
                : say("ended.outdated", at, purpose, notice.notice(), notice.version());
    }

    private String noticeLearnt(String purpose, Change.NoticeLearnt learnt) {
        var notice = learnt.askedAgainBy();
        return notice == null
                ? say("notice-learnt.counts", time(asOf), purpose)
                : say(
                        "notice-learnt.outdated",
                        notice.notice(),
                        notice.version(),
                        time(notice.effectiveFrom()),
                        purpose,
                        time(asOf));
    }

    String of(String purpose, ObjectionChange change) {
        var fact = change.fact();
        var what = fact instanceof ObjectionFact.Objected ? "objected" : "withdrawn";
        if (change.learnt()) {
            var sentence = say("learnt." + what, recorded(fact), time(fact.at()), purpose);
            return change.counts() ? sentence : sentence + " " + say("no-difference");
        }
        var sentence = say("said." + what, time(fact.at()), purpose) + lateness(fact);
        return change.counts() ? sentence : sentence + " " + say("no-difference");
    }

    String of(TransferBetween transfer) {
        var what = switch (transfer.intent()) {
            case AUTHORISE -> transfer.reasons().isEmpty() ? "permitted" : "refused";
            case REPORT -> transfer.reasons().isEmpty() ? "reported" : "reported-with-findings";
        };
        var sentence = say(
                "transfer." + what,
                time(transfer.occurredAt()),
                transfer.recipient(),
                transfer.purpose(),
                String.join(", ", transfer.dataCategories()),
                reasons(transfer));
        return transfer.learnt()
                ? sentence + " " + say("recorded", time(transfer.event().recordedAt()))
                : sentence;
    }

    private String reasons(TransferBetween transfer) {
        return transfer.reasons().stream()
                .map(reason -> words.in(language, "reason." + reason))
                .collect(Collectors.joining("; "));
    }

    private static String key(ConsentFact fact) {
        return switch (fact) {
            case ConsentFact.Given given -> "given";
            case ConsentFact.Refused refused -> "refused";
            case ConsentFact.Revoked revoked ->
                revoked.purpose().equals(ConsentRevoked.EVERY_PURPOSE) ? "revoked-all" : "revoked";
        };
    }

    private String lateness(Fact fact) {
        var event = events.get(fact.eventId());
        return event != null && event.recordedAt().isAfter(fact.at().plus(LATE))
                ? " " + say("recorded", time(event.recordedAt()))
                : "";
    }

    private String recorded(Fact fact) {
        var event = events.get(fact.eventId());
        return event == null ? "?" : time(event.recordedAt());
    }

    private String state(ConsentState state) {
        return words.in(language, "term.state." + state);
    }

    private String known(@Nullable KnownAt knownAt) {
        return switch (knownAt) {
            case null -> say("known.all");
            case KnownAt.Position position -> say("known.position", Long.toString(position.position()));
            case KnownAt.Time time -> say("known.time", time(time.recordedBy()));
        };
    }

    private String time(Instant time) {
        return UtcTime.in(language, time);
    }

    private String say(String key, Object... values) {
        return words.in(language, "difference." + key, values);
    }
}
