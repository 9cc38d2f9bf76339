package org.consentledger.query.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.UtcTime;
import org.consentledger.query.language.Words;
import org.consentledger.query.notice.NoticeIndex;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.register.Validity.Standing;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Circumstance;
import org.consentledger.transfer.Circumstance.OfConsent;
import org.consentledger.transfer.Circumstance.OfPurpose;
import org.consentledger.transfer.Circumstance.OfSafeguards;
import org.consentledger.transfer.Finding;
import org.consentledger.transfer.Finding.Answer;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.SafeguardWeighed;
import org.consentledger.transfer.TransferQuestion;
import org.jspecify.annotations.Nullable;

/** What a rule says, in plain words: every sentence about a rule is made here, from what the rule itself rested on. */
record FindingWords(Words words, Language language, NoticeIndex index) {

    String of(Finding finding, TransferQuestion question) {
        return switch (finding.rule()) {
            case RECIPIENT_IN_USE -> recipient(finding, question);
            case PURPOSE_IN_NOTICE -> purpose(finding, question);
            case CATEGORIES_UNDER_PURPOSE -> categories(finding, question);
            case RECIPIENT_CLASS_UNDER_PURPOSE -> recipientClass(finding);
            case BASIS_HOLDS -> basis(finding, question);
            case CONSENT_IN_WRITING -> writing(finding);
            case THIRD_COUNTRY_COVERED -> thirdCountry(finding, question);
            case CROSS_BORDER_CONSENT -> crossBorder(finding);
            case SUBJECT_NOT_ERASED -> erasure(finding);
        };
    }

    private String recipient(Finding finding, TransferQuestion question) {
        var of = first(finding, Circumstance.OfRecipient.class);
        if (of == null) {
            return say("recipient.unknown", question.recipient());
        }
        var recipient = of.recipient();
        return finding.answer() == Answer.HOLDS
                ? say("recipient.holds", question.recipient(), recipientClass(recipient), recipient.country())
                : say("recipient.retired", question.recipient(), time(recipient.retiredAt()));
    }

    private String purpose(Finding finding, TransferQuestion question) {
        var named = first(finding, OfPurpose.class);
        if (named != null) {
            var paragraphs = index.paragraphs(named.notice(), named.purpose().purpose());
            var where = paragraphs.isEmpty() ? "" : " " + say("purpose.paragraphs", String.join(", ", paragraphs));
            return say(
                            "purpose.holds",
                            question.purpose(),
                            named.notice().notice(),
                            named.notice().version(),
                            time(named.notice().effectiveFrom()))
                    + where;
        }
        var inForce = finding.circumstances(Circumstance.NoPurpose.class).stream()
                .flatMap(none -> none.inForce().stream())
                .map(notice -> notice.notice() + " " + notice.version())
                .toList();
        return inForce.isEmpty()
                ? say("purpose.no-notice", time(question.at()))
                : say("purpose.broken", time(question.at()), question.purpose(), String.join(", ", inForce));
    }

    private String categories(Finding finding, TransferQuestion question) {
        var named = first(finding, OfPurpose.class);
        if (named == null) {
            return say("no-purpose");
        }
        var uncovered = finding.circumstances(Circumstance.OfCategories.class).stream()
                .flatMap(of -> of.uncovered().stream())
                .toList();
        return uncovered.isEmpty()
                ? say("categories.holds", String.join(", ", question.dataCategories()))
                : say(
                        "categories.broken",
                        String.join(", ", uncovered),
                        String.join(", ", named.purpose().dataCategories()));
    }

    private String recipientClass(Finding finding) {
        var named = first(finding, OfPurpose.class);
        if (named == null) {
            return say("no-purpose");
        }
        var of = first(finding, Circumstance.OfRecipient.class);
        if (of == null) {
            return say("no-recipient");
        }
        var its = recipientClass(of.recipient());
        return finding.answer() == Answer.HOLDS
                ? say("class.holds", its)
                : say("class.broken", its, classes(named.purpose().recipientClasses()));
    }

    private String basis(Finding finding, TransferQuestion question) {
        var named = first(finding, OfPurpose.class);
        if (named == null) {
            return say("no-purpose");
        }
        var consent = first(finding, OfConsent.class);
        if (consent != null) {
            return say("basis.consent") + " " + consent(consent, question.at());
        }
        if (named.purpose().basis() == Basis.LEGITIMATE_INTEREST) {
            return finding.circumstances(Circumstance.OfObjection.class).stream()
                    .map(Circumstance.OfObjection::objection)
                    .map(objection -> objection == null
                            ? say("basis.no-objection")
                            : say("basis.objection", time(objection.at())))
                    .collect(Collectors.joining());
        }
        return say(
                "basis.needs-nothing",
                words.in(language, "basis." + named.purpose().basis()));
    }

    private String writing(Finding finding) {
        var consent = first(finding, OfConsent.class);
        if (consent == null) {
            return say(finding.circumstances().isEmpty() ? "no-purpose" : "writing.not-demanded");
        }
        return finding.answer() == Answer.HOLDS
                ? say("writing.holds", time(consent.status().since()))
                : say("writing.broken");
    }

    private String crossBorder(Finding finding) {
        var consent = first(finding, OfConsent.class);
        if (consent == null) {
            var home = first(finding, Circumstance.InHomeArea.class);
            if (home != null) {
                return say("home-area", home.country(), String.join(", ", home.homeArea()));
            }
            var named = first(finding, OfPurpose.class);
            return say(
                    named == null
                            ? "no-purpose"
                            : named.purpose().crossBorderConsent() == null
                                    ? "cross-border.not-asked"
                                    : "country-unknown");
        }
        return finding.answer() == Answer.HOLDS
                ? say(
                        "cross-border.holds",
                        consent.status().purpose(),
                        time(consent.status().since()))
                : say(
                        "cross-border.broken",
                        consent.status().purpose(),
                        words.in(language, "term.state." + consent.status().state()));
    }

    private String thirdCountry(Finding finding, TransferQuestion question) {
        var home = first(finding, Circumstance.InHomeArea.class);
        if (home != null) {
            return say("home-area", home.country(), String.join(", ", home.homeArea()));
        }
        var safeguards = first(finding, OfSafeguards.class);
        if (safeguards == null) {
            return say("country-unknown");
        }
        var used = safeguards.used();
        if (used != null) {
            return say("safeguard.holds", safeguards.country(), kind(used.kind().name()), used.reference());
        }
        var why = safeguards.weighed().stream()
                .filter(weighed -> !weighed.isValid())
                .map(weighed -> failed(weighed, question.at()))
                .collect(Collectors.joining(" "));
        return say("safeguard.none", safeguards.country()) + (why.isEmpty() ? "" : " " + why);
    }

    /** Why one safeguard did not hold. */
    private String failed(SafeguardWeighed weighed, Instant at) {
        var kind = kind(weighed.safeguard().kind().name());
        var reference = weighed.safeguard().reference();
        var recorded = weighed.recorded();
        if (recorded != null && weighed.window() == Standing.NOT_YET) {
            var withdrawnAt = recorded.withdrawnAt();
            return withdrawnAt != null && !at.isBefore(withdrawnAt)
                    ? say("safeguard.withdrawn", kind, reference, time(withdrawnAt))
                    : say("safeguard.not-yet", kind, reference, time(recorded.validFrom()));
        }
        if (recorded != null && weighed.window() == Standing.ENDED) {
            return say("safeguard.ended", kind, reference, time(recorded.validUntil()));
        }
        return weighed.foundations().stream()
                .map(foundation -> switch (foundation.standing()) {
                    case INVALIDATED ->
                        say(
                                "safeguard.invalidated",
                                kind,
                                reference,
                                foundation.source(),
                                String.valueOf(foundation.validity().invalidatedOn()));
                    case ENDED ->
                        say(
                                "safeguard.register-ended",
                                kind,
                                reference,
                                foundation.source(),
                                String.valueOf(foundation.validity().until()));
                    case NOT_YET ->
                        say(
                                "safeguard.register-not-yet",
                                kind,
                                reference,
                                foundation.source(),
                                String.valueOf(foundation.validity().from()));
                    case VALID -> "";
                })
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String erasure(Finding finding) {
        return finding.circumstances(Circumstance.OfErasure.class).stream()
                .map(Circumstance.OfErasure::erasedAt)
                .map(erasedAt -> erasedAt == null ? say("erasure.holds") : say("erasure.broken", time(erasedAt)))
                .collect(Collectors.joining());
    }

    private String consent(OfConsent consent, Instant at) {
        var status = consent.status();
        return switch (status.state()) {
            case NOT_GIVEN -> say("consent.not-given", time(at));
            case REFUSED -> say("consent.refused", time(status.since()));
            case REVOKED -> say("consent.revoked", time(status.since()));
            case EXPIRED, OUTDATED ->
                status.endings().stream()
                        .map(ending -> ending.state() == ConsentState.EXPIRED
                                ? say("consent.expired", time(ending.at()))
                                : outdated(consent, ending.at()))
                        .collect(Collectors.joining(" "));
            case GIVEN ->
                status.isInForce(consent.demanded())
                        ? say(
                                "consent.given",
                                time(status.since()),
                                form(status.form()),
                                String.valueOf(status.notice()),
                                String.valueOf(status.noticeVersion()))
                        : say("consent.weaker", time(status.since()), form(status.form()), form(consent.demanded()));
        };
    }

    private String outdated(OfConsent consent, Instant at) {
        var by = consent.askedAgainBy();
        return by == null
                ? say("consent.outdated", time(at))
                : say("consent.outdated-by", time(at), by.notice(), by.version());
    }

    /** What a recorded reason means, where the rules no longer find it. */
    String notFoundAgain(Reason reason) {
        return say("not-found-again", words.in(language, "reason." + reason));
    }

    private String recipientClass(Recipient recipient) {
        return words.in(language, "term.class." + recipient.recipientClass());
    }

    private String classes(Collection<RecipientClass> classes) {
        return classes.isEmpty()
                ? say("class.none")
                : classes.stream()
                        .map(one -> words.in(language, "term.class." + one))
                        .collect(Collectors.joining(", "));
    }

    private String form(@Nullable ConsentForm form) {
        return words.in(language, "term.form." + (form == null ? ConsentForm.NONE : form));
    }

    private String kind(String kind) {
        return words.in(language, "term.safeguard." + kind);
    }

    private String time(@Nullable Instant time) {
        return time == null ? "?" : UtcTime.in(language, time);
    }

    private String say(String key, Object... values) {
        return words.in(language, "rule." + key, values);
    }

    private static <C extends Circumstance> @Nullable C first(Finding finding, Class<C> kind) {
        List<C> found = finding.circumstances(kind);
        return found.isEmpty() ? null : found.getFirst();
    }
}
