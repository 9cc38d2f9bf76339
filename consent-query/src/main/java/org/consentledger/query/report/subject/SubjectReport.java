package org.consentledger.query.report.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.report.Controller;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is told to a subject who asks (GDPR Art. 15). Every event in it has its receipt. Times are UTC.
 *
 * @param subject upstream's reference; null if the report was asked for by the pseudonym of somebody erased
 * @param subjectId the pseudonym; null if the ledger knows nobody with that reference, or they were erased
 * @param erasedAt world time of the erasure; null if not erased
 * @param asOf when it was made; consents and objections are as of then
 * @param position how far the ledger was read
 * @param checkpoint covers everything up to that position
 * @param from earliest world time of what is listed, and time of accesses (inclusive); null for the beginning
 * @param to latest (exclusive); null for no end
 * @param consents to each purpose that the subject spoke of, and each other that rests on consent
 * @param objections that stand
 * @param recipients who got the subject's data, or asked for them
 * @param statements what the subject said, and what else was recorded of them but transfers; the newest first
 * @param transfers that happened or were asked for; the newest first
 * @param accesses who was shown the subject's data, and why; the newest first
 * @param purposes what the notices in force promise
 * @param rights of the subject
 */
public record SubjectReport(
        Controller controller,
        @Nullable String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        Instant asOf,
        long position,
        CheckpointView checkpoint,
        @Nullable Instant from,
        @Nullable Instant to,
        List<ReportedConsent> consents,
        List<ReportedObjection> objections,
        List<ReportedRecipient> recipients,
        ReportedStatements statements,
        ReportedTransfers transfers,
        ReportedAccesses accesses,
        List<ReportedPurpose> purposes,
        List<Right> rights) {

    /**
     * The consent to one purpose.
     *
     * @param since when this state began; null for NOT_GIVEN
     * @param until when it will end by itself; null if it will not
     * @param eventId the event that it follows from; null for NOT_GIVEN
     * @param receipt where that event's receipt is; null for NOT_GIVEN
     */
    public record ReportedConsent(
            String purpose,
            ConsentState state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable ConsentForm form,
            @Nullable String eventId,
            @Nullable String receipt) {}

    /** An objection that stands. */
    public record ReportedObjection(String purpose, Instant since, String eventId, String receipt) {}

    /**
     * Who got the subject's data within the span of the report, or was refused them; all of them, whatever is listed.
     *
     * @param name as it is registered; null if the ledger does not know the recipient
     * @param country ISO 3166-1 alpha-2; null if the ledger does not know the recipient
     * @param sent how often data went there
     * @param refused how often it was asked for and refused
     * @param first when data first went there; null if they never did
     * @param last when they last did; null if they never did
     */
    public record ReportedRecipient(
            String recipient,
            @Nullable String name,

            @JsonProperty("class") @Nullable RecipientClass recipientClass,

            @Nullable String country,
            long sent,
            long refused,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /**
     * Statements, as many as a report lists.
     *
     * @param total how many there are
     * @param complete whether all of them are listed; otherwise the newest are, and the others are found by an earlier span
     */
    public record ReportedStatements(long total, boolean complete, List<ReportedStatement> listed) {}

    /**
     * What was said, or recorded.
     *
     * @param type of the event
     * @param purpose null if it is about none; {@code *} stands for every purpose
     * @param at world time
     * @param recordedAt ledger time
     * @param validUntil end of the consent's validity; null if it has none
     * @param channel by which it came; null if it is not known
     * @param giver who said it; null if nobody had to
     */
    public record ReportedStatement(
            String eventId,
            long position,
            String type,
            @Nullable String purpose,
            Instant at,
            Instant recordedAt,
            @Nullable Instant validUntil,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable Channel channel,
            @Nullable ConsentForm form,
            Giver.@Nullable Kind giver,
            String receipt) {}

    /**
     * Transfers, as many as a report lists.
     *
     * @param total how many there are
     * @param complete whether all of them are listed; otherwise the newest are, and the others are found by an earlier span
     */
    public record ReportedTransfers(long total, boolean complete, List<ReportedTransfer> listed) {}

    /**
     * A transfer.
     *
     * @param type of the event
     * @param at world time
     * @param recordedAt ledger time
     * @param name the recipient's; null if the ledger does not know the recipient
     * @param country ISO 3166-1 alpha-2; null if the ledger does not know the recipient
     * @param intent whether it was asked for before, or reported after it had happened
     * @param reasons of a refusal, or findings of a report
     * @param ground null if it was refused, or reported with findings
     * @param reference upstream's own; null if it gave none
     */
    public record ReportedTransfer(
            String eventId,
            long position,
            String type,
            Instant at,
            Instant recordedAt,
            String recipient,
            @Nullable String name,

            @JsonProperty("class") @Nullable RecipientClass recipientClass,

            @Nullable String country,
            String purpose,
            List<String> dataCategories,
            Intent intent,
            Verdict verdict,
            List<Reason> reasons,
            @Nullable Ground ground,
            @Nullable String reference,
            String receipt) {

        /** Whether data went to the recipient, as far as the ledger was told. */
        boolean isSent() {
            return intent == Intent.REPORT || verdict == Verdict.PERMITTED;
        }
    }

    /**
     * Accesses, as many as a report lists.
     *
     * @param total how many there are
     * @param complete whether all of them are listed; otherwise the newest are, and the others are found by an earlier span
     */
    public record ReportedAccesses(long total, boolean complete, List<ReportedAccess> listed) {}

    /**
     * An access. Which of the controller's staff it was is left out: a person is told that only where they need it to exercise
     * their rights (CJEU C-579/21).
     *
     * @param client the system that asked
     * @param what the operation
     * @param why as the reader said; null if they did not
     */
    public record ReportedAccess(
            Instant at,
            String client,
            String what,
            @Nullable String why) {}

    /** A purpose of a notice in force. */
    public record ReportedPurpose(
            String purpose,
            String notice,
            String noticeVersion,
            Basis basis,
            List<String> dataCategories,
            List<RecipientClass> recipientClasses) {}

    /**
     * A right of the subject.
     *
     * @param article of the GDPR
     * @param text in words, in the language of the answer
     */
    public record Right(String article, String text) {}
}
