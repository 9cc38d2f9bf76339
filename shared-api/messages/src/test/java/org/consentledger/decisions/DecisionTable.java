package org.consentledger.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.consentledger.notice.Basis;
import org.consentledger.notice.Notice;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Transfers and what is to be decided of them, under a few notices and recipients.
 *
 * @param notices bodies of publish-notice, in order of publication
 */
public record DecisionTable(String title, List<Notice> notices, List<RecipientRow> recipients, List<Case> cases) {

    public DecisionTable {
        notices = List.copyOf(notices);
        recipients = List.copyOf(recipients);
        cases = List.copyOf(cases);
    }

    /**
     * A recipient with all that became of it.
     *
     * @param safeguards as they stand in the end, withdrawn ones included
     */
    public record RecipientRow(
            String recipient,
            @Nullable String name,
            @JsonProperty("class") RecipientClass recipientClass,
            String country,
            @Nullable List<Safeguard> safeguards,
            @Nullable Instant retiredAt) {

        public RecipientRow {
            name = name == null ? recipient : name;
            safeguards = safeguards == null ? List.of() : List.copyOf(safeguards);
        }
    }

    /**
     * One transfer and its verdict.
     *
     * @param given the subject's facts in order of arrival; each becomes one event
     * @param reasons all of them, in the order of the rules; null if permitted
     * @param ground null if refused
     */
    public record Case(
            @JsonProperty("case") String name,
            List<GivenFact> given,
            TransferRow transfer,
            Verdict verdict,
            @Nullable List<Reason> reasons,
            @Nullable GroundRow ground) {

        public Case {
            given = List.copyOf(given);
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
            if ((verdict == Verdict.PERMITTED) != (ground != null)
                    || (verdict == Verdict.REFUSED) == reasons.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + name + "\": PERMITTED comes with a ground, REFUSED with reasons, neither with both");
            }
        }
    }

    /** The transfer that is asked for, or reported. */
    public record TransferRow(String to, String purpose, List<String> categories, Instant at) {

        public TransferRow {
            categories = List.copyOf(categories);
        }
    }

    /**
     * The ground of a permitted transfer.
     *
     * @param consent number of the fact, counted from 1, that is the consent it rests on; null where none is needed
     * @param safeguard null within the home area
     * @param crossBorderConsent number of the fact that is the consent to go abroad; null where none is needed
     */
    public record GroundRow(
            Basis basis,
            @Nullable Integer consent,
            @Nullable SafeguardKind safeguard,
            String notice,
            String version,
            @Nullable Integer crossBorderConsent) {}
}
