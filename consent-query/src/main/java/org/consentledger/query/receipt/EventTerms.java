package org.consentledger.query.receipt;

import java.time.Instant;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.erasure.ErasureEvent;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.NoticePublished;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the log itself says of an event. Everything here stands in the event's entry too, so that the verifier compares all of
 * it; personal data that were erased are left out.
 */
final class EventTerms {

    private EventTerms() {}

    static Members of(RecordedEvent recorded) {
        var members = new Members()
                .with("ledger:type", recorded.type())
                .with("ledger:position", recorded.position())
                .with("ledger:recordedAt", recorded.recordedAt());
        return with(members, recorded.event());
    }

    private static Members with(Members members, LedgerEvent event) {
        return switch (event) {
            case ConsentGiven e ->
                asked(members.with("dct:date", e.collectedAt()).with("dct:valid", e.validUntil()), e.evidence())
                        .with("dpv:hasConsentStatus", PrivacyTerms.status(e))
                        .with(
                                "dpv:hasLegalBasis",
                                PrivacyTerms.consentType(e.evidence().form()))
                        .with("ledger:purpose", e.purpose())
                        .with("ledger:notice", e.notice())
                        .with("ledger:noticeVersion", e.noticeVersion())
                        .with("dpv:isIndicatedBy", giver(e.giver()));
            case ConsentRefused e ->
                asked(members.with("dct:date", e.collectedAt()), e.evidence())
                        .with("dpv:hasConsentStatus", PrivacyTerms.status(e))
                        .with("ledger:purpose", e.purpose())
                        .with("ledger:notice", e.notice())
                        .with("ledger:noticeVersion", e.noticeVersion())
                        .with("dpv:isIndicatedBy", giver(e.giver()));
            case ConsentRevoked e ->
                said(members, e.revokedAt(), e.purpose(), e.channel(), e.giver())
                        .with("dpv:hasConsentStatus", PrivacyTerms.status(e));
            case ConsentExpired e ->
                members.with("dct:date", e.expiredAt())
                        .with("dpv:hasConsentStatus", PrivacyTerms.status(e))
                        .with("ledger:purpose", e.purpose())
                        .with("ledger:consentEventId", e.consentEventId());
            case ProcessingObjected e -> said(members, e.objectedAt(), e.purpose(), e.channel(), e.giver());
            case ObjectionWithdrawn e -> said(members, e.withdrawnAt(), e.purpose(), e.channel(), e.giver());
            case ErasureEvent e -> erasure(members, e);
            case TransferEvent e -> transfer(members, e);
            case NoticePublished e ->
                members.with("ledger:notice", e.notice().notice())
                        .with("ledger:noticeVersion", e.notice().version());
            case RecipientRegistered e ->
                members.with("ledger:recipient", e.recipient())
                        .with("dpv:hasName", e.name())
                        .with("ledger:recipientClass", e.recipientClass())
                        .with("ledger:country", e.country());
            case RecipientRetired e -> members.with("dct:date", e.retiredAt()).with("ledger:recipient", e.recipient());
            case SafeguardRecorded e ->
                members.with("ledger:recipient", e.recipient()).with("ledger:safeguard", safeguard(e.safeguard()));
            case SafeguardWithdrawn e ->
                members.with("dct:date", e.withdrawnAt())
                        .with("ledger:recipient", e.recipient())
                        .with(
                                "ledger:safeguard",
                                new Members().with("ledger:kind", e.kind()).with("ledger:reference", e.reference()));
            default -> members;
        };
    }

    private static Members erasure(Members members, ErasureEvent event) {
        return switch (event) {
            case SubjectErased e -> members.with("dct:date", e.erasedAt());
            case ErasureRequested e ->
                members.with("dct:date", e.requestedAt()).with("ledger:heldUntil", e.heldUntil());
            case LegalHoldPlaced e ->
                members.with("dct:date", e.placedAt())
                        .with("ledger:hold", e.hold())
                        .with("ledger:heldUntil", e.heldUntil())
                        .with("ledger:holdReason", e.reason());
            case LegalHoldReleased e -> members.with("dct:date", e.releasedAt()).with("ledger:hold", e.hold());
        };
    }

    private static Members asked(Members members, Evidence evidence) {
        return members.with("dpv:hasIndicationMethod", evidence.channel())
                .with("ledger:form", evidence.form())
                .with("ledger:statementSha256", evidence.statementSha256())
                .with("dct:language", evidence.locale())
                .with("ledger:collectedBy", evidence.collectedBy());
    }

    private static Members said(Members members, Instant at, String purpose, @Nullable Channel channel, Giver giver) {
        return members.with("dct:date", at)
                .with("dpv:hasIndicationMethod", channel)
                .with("ledger:purpose", purpose)
                .with("dpv:isIndicatedBy", giver(giver));
    }

    private static Members giver(Giver giver) {
        return new Members()
                .with("ledger:kind", giver.kind())
                .with("dct:identifier", giver.reference())
                .with("ledger:authority", giver.authority());
    }

    private static Members transfer(Members members, TransferEvent event) {
        var transfer = event.transfer();
        return members.with("dct:date", transfer.occurredAt())
                .with("ledger:purpose", transfer.purpose())
                .with("ledger:recipient", transfer.recipient())
                .with("dpv:hasPersonalData", transfer.dataCategories())
                .with("ledger:reference", transfer.reference())
                .with("ledger:intent", event.intent())
                .with("ledger:verdict", event.decision().verdict())
                .with("ledger:reasons", event.reasons())
                .with("ledger:ground", ground(event.ground()))
                .with(
                        "ledger:decidedOn",
                        new Members()
                                .with(
                                        "ledger:cataloguePosition",
                                        event.decidedOn().cataloguePosition())
                                .with("ledger:legalRegister", event.decidedOn().legalRegister()));
    }

    private static @Nullable Members ground(@Nullable Ground ground) {
        if (ground == null) {
            return null;
        }
        return new Members()
                .with("ledger:basis", ground.basis())
                .with("ledger:consentEventId", ground.consentEventId())
                .with("ledger:safeguard", safeguard(ground.safeguard()))
                .with("ledger:notice", ground.notice())
                .with("ledger:noticeVersion", ground.noticeVersion())
                .with("ledger:crossBorderConsentEventId", ground.crossBorderConsentEventId());
    }

    private static @Nullable Members safeguard(Ground.@Nullable SafeguardUsed safeguard) {
        if (safeguard == null) {
            return null;
        }
        return new Members()
                .with("ledger:kind", safeguard.kind())
                .with("ledger:reference", safeguard.reference())
                .with("ledger:framework", safeguard.framework());
    }

    private static Members safeguard(Safeguard safeguard) {
        return new Members()
                .with("ledger:kind", safeguard.kind())
                .with("ledger:framework", safeguard.framework())
                .with("ledger:reference", safeguard.reference())
                .with("ledger:validFrom", safeguard.validFrom())
                .with("ledger:validUntil", safeguard.validUntil());
    }
}
