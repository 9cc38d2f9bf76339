package org.consentledger.query.receipt;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.Basis;
import org.consentledger.notice.Notice;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says: the fields of ISO/IEC TS 27560:2023 that the ledger knows, in the W3C Data Privacy Vocabulary. The same
 * event always has the same receipt, as long as its keys, its controller's name and its personal data stay.
 *
 * @param origin names the log
 */
record ReceiptContent(String origin, ControllerProperties controller) {

    static final String FORMAT = "urn:consent-ledger:receipt:v1";

    /** @param known the catalogue at the event's position */
    Members of(RecordedEvent recorded, Catalogue known) {
        var event = recorded.event();
        var matter = Matter.of(event, known);
        var grounds = matter.purposes().stream().map(Purpose::basis).distinct().toList();
        return new Members()
                .with("@context", ReceiptContext.TERMS)
                .with("@type", PrivacyTerms.types(event))
                .with("dct:conformsTo", FORMAT)
                .with("dct:identifier", recorded.id())
                .with("ledger:event", EventTerms.of(recorded))
                .with("dpv:hasDataSubject", subject(event))
                .with("dpv:hasDataController", party())
                .with("dpv:hasNotice", notice(matter.notice()))
                .with("dpv:hasPurpose", purposes(matter))
                .with("dpv:hasConsentControl", grounds.contains(Basis.CONSENT) ? "dpv:WithdrawConsent" : null)
                .with("dpv:hasRight", event instanceof SubjectEvent ? PrivacyTerms.rights(grounds) : null)
                .with("dpv:hasRecipient", recipient(event, known));
    }

    private static @Nullable Members subject(LedgerEvent event) {
        return event instanceof SubjectEvent e
                ? new Members()
                        .with("@type", "dpv:DataSubject")
                        .with("dct:identifier", e.subjectId().value())
                        .with("ledger:reference", e.personalData().subject())
                : null;
    }

    private Members party() {
        var name = controller.name();
        return new Members()
                .with("@type", "dpv:DataController")
                .with("dct:identifier", origin)
                .with("dpv:hasName", name == null ? origin : name)
                .with(
                        "dpv:hasContact",
                        Stream.of(controller.contact(), controller.url())
                                .filter(Objects::nonNull)
                                .toList());
    }

    private static @Nullable Members notice(@Nullable Notice notice) {
        return notice == null
                ? null
                : new Members()
                        .with("@type", "dpv:PrivacyNotice")
                        .with("dct:identifier", notice.notice())
                        .with("dct:hasVersion", notice.version())
                        .with("ledger:effectiveFrom", notice.effectiveFrom())
                        .with(
                                "ledger:text",
                                notice.texts().stream()
                                        .map(text -> new Members()
                                                .with("dct:language", text.language())
                                                .with("ledger:sha256", text.sha256()))
                                        .toList());
    }

    private static List<Members> purposes(Matter matter) {
        return matter.purposes().isEmpty() && matter.purpose() != null
                ? List.of(purpose(matter.purpose()))
                : matter.purposes().stream().map(ReceiptContent::purpose).toList();
    }

    private static Members purpose(String code) {
        return new Members().with("@type", "dpv:Purpose").with("dct:identifier", code);
    }

    private static Members purpose(Purpose purpose) {
        return purpose(purpose.purpose())
                .with("dpv:hasLegalBasis", PrivacyTerms.legalBasis(purpose.basis()))
                .with("ledger:form", purpose.form())
                .with("dpv:hasPersonalData", purpose.dataCategories())
                .with("dpv:hasRecipient", purpose.recipientClasses())
                .with("ledger:crossBorderConsent", purpose.crossBorderConsent())
                .with("dpv:hasDuration", Objects.toString(purpose.validFor(), null));
    }

    private static @Nullable Members recipient(LedgerEvent event, Catalogue known) {
        var code = switch (event) {
            case TransferEvent e -> e.transfer().recipient();
            case RecipientEvent e -> e.recipient();
            default -> null;
        };
        return code == null
                ? null
                : known.recipient(code).map(ReceiptContent::recipient).orElse(null);
    }

    private static Members recipient(Recipient recipient) {
        return new Members()
                .with("@type", "dpv:Recipient")
                .with("dct:identifier", recipient.recipient())
                .with("dpv:hasName", recipient.name())
                .with("ledger:recipientClass", recipient.recipientClass())
                .with("ledger:country", recipient.country());
    }
}
