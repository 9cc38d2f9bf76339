package org.consentledger.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that a receipt says of an event, and where the event says it. The form of receipts, version 1. */
final class ReceiptMembers {

    private static final String EVENT = "/ledger:event";

    static final List<ReceiptMember> ALL = List.of(
            ReceiptMember.of("/dpv:hasDataSubject/dct:identifier", "/subjectId"),
            ReceiptMember.personal("/dpv:hasDataSubject/ledger:reference", "/subject", "/transfer/subject"),
            ReceiptMember.of(
                    EVENT + "/dct:date",
                    "/collectedAt",
                    "/revokedAt",
                    "/expiredAt",
                    "/objectedAt",
                    "/withdrawnAt",
                    "/erasedAt",
                    "/requestedAt",
                    "/placedAt",
                    "/releasedAt",
                    "/transfer/occurredAt",
                    "/retiredAt"),
            ReceiptMember.of(EVENT + "/dct:valid", "/validUntil"),
            ReceiptMember.of(EVENT + "/dpv:hasIndicationMethod", "/evidence/channel", "/channel"),
            ReceiptMember.of(EVENT + "/ledger:form", "/evidence/form"),
            ReceiptMember.personal(EVENT + "/ledger:statementSha256", "/evidence/statementSha256"),
            ReceiptMember.personal(EVENT + "/dct:language", "/evidence/locale"),
            ReceiptMember.personal(EVENT + "/ledger:collectedBy", "/evidence/collectedBy"),
            ReceiptMember.of(EVENT + "/dpv:isIndicatedBy/ledger:kind", "/giver/kind"),
            ReceiptMember.personal(EVENT + "/dpv:isIndicatedBy/dct:identifier", "/giver/reference"),
            ReceiptMember.personal(EVENT + "/dpv:isIndicatedBy/ledger:authority", "/giver/authority"),
            ReceiptMember.of(EVENT + "/ledger:purpose", "/purpose", "/transfer/purpose"),
            ReceiptMember.of(EVENT + "/ledger:notice", "/notice/notice", "/notice"),
            ReceiptMember.of(EVENT + "/ledger:noticeVersion", "/noticeVersion", "/notice/version"),
            ReceiptMember.of(EVENT + "/ledger:consentEventId", "/consentEventId"),
            ReceiptMember.of(EVENT + "/ledger:hold", "/hold"),
            ReceiptMember.of(EVENT + "/ledger:heldUntil", "/heldUntil"),
            ReceiptMember.personal(EVENT + "/ledger:holdReason", "/reason"),
            ReceiptMember.of(EVENT + "/ledger:recipient", "/recipient", "/transfer/recipient"),
            ReceiptMember.of(EVENT + "/dpv:hasName", "/name"),
            ReceiptMember.of(EVENT + "/ledger:recipientClass", "/recipientClass"),
            ReceiptMember.of(EVENT + "/ledger:country", "/country"),
            ReceiptMember.of(EVENT + "/ledger:safeguard/ledger:kind", "/safeguard/kind", "/kind"),
            ReceiptMember.of(EVENT + "/ledger:safeguard/ledger:framework", "/safeguard/framework"),
            ReceiptMember.of(EVENT + "/ledger:safeguard/ledger:reference", "/safeguard/reference", "/reference"),
            ReceiptMember.of(EVENT + "/ledger:safeguard/ledger:validFrom", "/safeguard/validFrom"),
            ReceiptMember.of(EVENT + "/ledger:safeguard/ledger:validUntil", "/safeguard/validUntil"),
            ReceiptMember.of(EVENT + "/dpv:hasPersonalData", "/transfer/dataCategories"),
            ReceiptMember.personal(EVENT + "/ledger:reference", "/transfer/reference"),
            ReceiptMember.of(EVENT + "/ledger:reasons", "/reasons", "/findings"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:basis", "/ground/basis"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:consentEventId", "/ground/consentEventId"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:notice", "/ground/notice"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:noticeVersion", "/ground/noticeVersion"),
            ReceiptMember.of(
                    EVENT + "/ledger:ground/ledger:crossBorderConsentEventId", "/ground/crossBorderConsentEventId"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:safeguard/ledger:kind", "/ground/safeguard/kind"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:safeguard/ledger:reference", "/ground/safeguard/reference"),
            ReceiptMember.of(EVENT + "/ledger:ground/ledger:safeguard/ledger:framework", "/ground/safeguard/framework"),
            ReceiptMember.of(EVENT + "/ledger:decidedOn/ledger:cataloguePosition", "/decidedOn/cataloguePosition"),
            ReceiptMember.of(EVENT + "/ledger:decidedOn/ledger:legalRegister", "/decidedOn/legalRegister"));

    private static final String STATUS = EVENT + "/dpv:hasConsentStatus";
    private static final String CONSENT_TYPE = EVENT + "/dpv:hasLegalBasis";
    private static final String VERDICT = EVENT + "/ledger:verdict";
    private static final String INTENT = EVENT + "/ledger:intent";

    /** Of these the entry itself tells. */
    private static final Set<String> OF_ENTRY =
            Set.of(EVENT + "/ledger:type", EVENT + "/ledger:position", EVENT + "/ledger:recordedAt");

    private static final Set<String> OF_TYPE = Set.of(STATUS, CONSENT_TYPE, VERDICT, INTENT);

    /** Of whose receipts this version of their form says what they hold; of others it knows what all have in common. */
    private static final Set<String> TYPES = Set.of(
            "ConsentGiven",
            "ConsentRefused",
            "ConsentRevoked",
            "ConsentExpired",
            "ProcessingObjected",
            "ObjectionWithdrawn",
            "SubjectErased",
            "ErasureRequested",
            "LegalHoldPlaced",
            "LegalHoldReleased",
            "TransferPermitted",
            "TransferRefused",
            "TransferReported",
            "NoticePublished",
            "RecipientRegistered",
            "RecipientRetired",
            "SafeguardRecorded",
            "SafeguardWithdrawn");

    private ReceiptMembers() {}

    static boolean isKnownType(String type) {
        return TYPES.contains(type);
    }

    static boolean isKnown(String pointer) {
        return OF_ENTRY.contains(pointer)
                || OF_TYPE.contains(pointer)
                || ALL.stream().anyMatch(member -> member.receipt().equals(pointer));
    }

    /** What follows from the kind of event; null where a receipt of that kind says nothing. */
    static Map<String, @Nullable String> ofType(String type, JsonNode payload) {
        var expected = new LinkedHashMap<String, @Nullable String>();
        expected.put(STATUS, status(type));
        expected.put(CONSENT_TYPE, type.equals("ConsentGiven") ? consentType(payload) : null);
        expected.put(VERDICT, verdict(type, payload));
        expected.put(INTENT, intent(type));
        return expected;
    }

    private static @Nullable String status(String type) {
        return switch (type) {
            case "ConsentGiven", "ConsentRefused", "ConsentExpired" -> "dpv:" + type;
            case "ConsentRevoked" -> "dpv:ConsentWithdrawn";
            default -> null;
        };
    }

    private static String consentType(JsonNode payload) {
        return payload.at("/evidence/form").asString("").equals("NONE")
                ? "dpv:Consent"
                : "dpv:ExplicitlyExpressedConsent";
    }

    private static @Nullable String verdict(String type, JsonNode payload) {
        return switch (type) {
            case "TransferPermitted" -> "PERMITTED";
            case "TransferRefused" -> "REFUSED";
            case "TransferReported" -> payload.at("/findings").isEmpty() ? "PERMITTED" : "REFUSED";
            default -> null;
        };
    }

    private static @Nullable String intent(String type) {
        return switch (type) {
            case "TransferPermitted", "TransferRefused" -> "AUTHORISE";
            case "TransferReported" -> "REPORT";
            default -> null;
        };
    }
}
