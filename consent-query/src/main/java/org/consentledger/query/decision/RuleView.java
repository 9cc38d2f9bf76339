package org.consentledger.query.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.NoticeText;
import org.consentledger.query.citation.EventCited;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.Validity;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Finding;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of a transfer, and on what that rests.
 *
 * @param number of the rule, from 1; the two halves of one rule have the same
 * @param law articles that the rule follows; empty where only the notice asks for it
 * @param reasons what it finds against the transfer; empty unless it is broken
 * @param notices the version that names the purpose, or all those in force if none does
 * @param recipient null if the rule does not look at it, or nobody is registered
 * @param consent the subject's consent that it looked at
 * @param objection the one that stands against the transfer; null if none does
 * @param safeguards everything that could cover a third country
 * @param erasure that of the subject; null if it does not count
 * @param sentence all of it in plain words
 */
record RuleView(
        Rule rule,
        int number,
        List<String> law,
        Finding.Answer answer,
        List<Reason> reasons,
        List<NoticeCited> notices,
        @Nullable RecipientCited recipient,
        @Nullable ConsentCited consent,
        @Nullable ObjectionCited objection,
        List<SafeguardCited> safeguards,
        @Nullable ErasureCited erasure,
        String sentence) {

    /** Whether there is anything to look up behind the sentence. */
    public boolean restsOnFacts() {
        return !notices.isEmpty()
                || !safeguards.isEmpty()
                || Stream.of(recipient, consent, objection, erasure).anyMatch(Objects::nonNull);
    }

    /**
     * A notice version and, where one is named, its purpose.
     *
     * @param paragraphs of the statement that speak of the purpose; empty if its text is not indexed
     * @param texts digests of the published text, by which the paragraphs can be checked
     */
    record NoticeCited(
            String notice,
            String version,
            Instant effectiveFrom,
            List<NoticeText> texts,
            @Nullable PurposeCited purpose,
            List<String> paragraphs,
            @Nullable EventCited published) {}

    /** What the notice says of the purpose. */
    record PurposeCited(
            String purpose,
            Basis basis,
            ConsentForm form,
            List<String> dataCategories,
            List<RecipientClass> recipientClasses,
            @Nullable String crossBorderConsent) {}

    /**
     * The recipient.
     *
     * @param retiredAt world time, UTC; null while in use
     */
    record RecipientCited(
            String recipient,
            String name,
            RecipientClass recipientClass,
            String country,
            @Nullable Instant retiredAt,
            @Nullable EventCited registered,
            @Nullable EventCited retired) {}

    /**
     * How the subject stood to a purpose.
     *
     * @param since world time at which the state began, UTC; null if nothing was ever said
     * @param until world time at which a given consent ends by itself, UTC
     * @param demanded the least form that would do
     * @param form of the consent
     * @param evidence how it was collected; null if nobody was asked
     * @param giver in what capacity somebody spoke
     * @param askedAgainBy the notice version after which it counts no more
     * @param event what the state follows from: the consent, the refusal, the revocation
     */
    record ConsentCited(
            String purpose,
            ConsentState state,
            @Nullable Instant since,
            @Nullable Instant until,
            ConsentForm demanded,
            @Nullable ConsentForm form,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable EvidenceCited evidence,
            Giver.@Nullable Kind giver,
            @Nullable NoticeCited askedAgainBy,
            @Nullable EventCited event) {}

    /** As the receipt has it; what is personal is null once the subject was erased. */
    record EvidenceCited(
            Channel channel,
            ConsentForm form,
            @Nullable String statementSha256,
            @Nullable String locale,
            @Nullable String collectedBy) {}

    /** @param since world time, UTC */
    record ObjectionCited(
            String purpose, Instant since, @Nullable EventCited event) {}

    /**
     * Something that could cover the third country.
     *
     * @param used whether the transfer may rest on it
     * @param valid whether it held at the time
     * @param validFrom world time, UTC; null if it is an adequacy decision, which no recipient needs to record
     * @param register what it rests on in the legal register
     */
    record SafeguardCited(
            SafeguardKind kind,
            String reference,
            @Nullable String framework,
            boolean used,
            boolean valid,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant withdrawnAt,
            List<RegisterEntry> register,
            @Nullable EventCited recorded,
            @Nullable EventCited withdrawn) {}

    /**
     * An entry of the legal register. Days begin at 00:00 UTC.
     *
     * @param standing how it stood at the time
     */
    record RegisterEntry(
            String source,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate invalidatedOn,
            Validity.Standing standing) {}

    /** @param erasedAt world time, UTC */
    record ErasureCited(Instant erasedAt, @Nullable EventCited event) {}
}
