package org.consentledger.query.receipt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.transfer.TransferEvent;

/** The ledger's words in those of the W3C Data Privacy Vocabulary and its extension for the GDPR. */
final class PrivacyTerms {

    private PrivacyTerms() {}

    /** What kind of receipt an event has; only of consent there is one in the vocabulary. */
    static List<String> types(LedgerEvent event) {
        return switch (event) {
            case ConsentEvent _ -> List.of("ledger:Receipt", "dpv:ConsentReceipt");
            case ObjectionEvent _ -> List.of("ledger:Receipt", "dpv:RightExerciseRecord");
            case TransferEvent _ -> List.of("ledger:Receipt", "dpv:DataTransferRecord");
            default -> List.of("ledger:Receipt");
        };
    }

    /** Withdrawn, not revoked: in the vocabulary the subject withdraws, and others revoke. */
    static String status(ConsentEvent event) {
        return switch (event) {
            case ConsentGiven _ -> "dpv:ConsentGiven";
            case ConsentRefused _ -> "dpv:ConsentRefused";
            case ConsentRevoked _ -> "dpv:ConsentWithdrawn";
            case ConsentExpired _ -> "dpv:ConsentExpired";
        };
    }

    static String consentType(ConsentForm form) {
        return switch (form) {
            case NONE -> "dpv:Consent";
            case EXPLICIT, WRITTEN -> "dpv:ExplicitlyExpressedConsent";
        };
    }

    static String legalBasis(Basis basis) {
        return switch (basis) {
            case CONSENT -> "eu-gdpr:A6-1-a";
            case CONTRACT -> "eu-gdpr:A6-1-b";
            case LEGAL_OBLIGATION -> "eu-gdpr:A6-1-c";
            case VITAL_INTEREST -> "eu-gdpr:A6-1-d";
            case PUBLIC_TASK -> "eu-gdpr:A6-1-e";
            case LEGITIMATE_INTEREST -> "eu-gdpr:A6-1-f";
        };
    }

    /** The rights that a subject has on these grounds: access, rectification, erasure, restriction and complaint on any. */
    static Collection<String> rights(Collection<Basis> grounds) {
        var rights = new LinkedHashSet<String>();
        grounds.forEach(basis -> rights.addAll(rightsOf(basis)));
        rights.addAll(List.of("eu-gdpr:A15", "eu-gdpr:A16", "eu-gdpr:A17", "eu-gdpr:A18", "eu-gdpr:A77"));
        return rights;
    }

    private static List<String> rightsOf(Basis basis) {
        return switch (basis) {
            case CONSENT -> List.of("eu-gdpr:A7-3", "eu-gdpr:A20");
            case CONTRACT -> List.of("eu-gdpr:A20");
            case LEGITIMATE_INTEREST, PUBLIC_TASK -> List.of("eu-gdpr:A21");
            case LEGAL_OBLIGATION, VITAL_INTEREST -> List.of();
        };
    }
}
