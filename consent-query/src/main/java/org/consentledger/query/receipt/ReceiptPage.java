package org.consentledger.query.receipt;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.log.digest.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * A receipt for people. What it shows of the event it takes from what was signed, and from nowhere else.
 *
 * @param isErased whether the event was recorded with personal data that are gone
 */
record ReceiptPage(String title, String sentence, boolean isErased, List<Section> sections) {

    private static final String TYPE = "/ledger:event/ledger:type";
    private static final String REFERENCE = "/dpv:hasDataSubject/ledger:reference";

    /** Events that are recorded with upstream's reference for the person. */
    private static final Set<String> WITH_REFERENCE = Set.of(
            "ConsentGiven",
            "ConsentRefused",
            "ConsentRevoked",
            "ProcessingObjected",
            "ObjectionWithdrawn",
            "TransferPermitted",
            "TransferRefused",
            "TransferReported");

    private static final List<Label> RECORDED = List.of(
            new Label("Purpose", "/ledger:event/ledger:purpose"),
            new Label("When it happened", "/ledger:event/dct:date"),
            new Label("Valid until", "/ledger:event/dct:valid"),
            new Label("When the ledger took it", "/ledger:event/ledger:recordedAt"),
            new Label("Recipient of the data", "/dpv:hasRecipient/dpv:hasName"),
            new Label("Recipient's code", "/ledger:event/ledger:recipient"),
            new Label("Recipient's country", "/dpv:hasRecipient/ledger:country"),
            new Label("Categories of data", "/ledger:event/dpv:hasPersonalData"),
            new Label("Verdict", "/ledger:event/ledger:verdict"),
            new Label("Reasons", "/ledger:event/ledger:reasons"),
            new Label("Ground of the transfer", "/ledger:event/ledger:ground/ledger:basis"),
            new Label("Rests on the consent", "/ledger:event/ledger:ground/ledger:consentEventId"),
            new Label(
                    "Consent to cross-border transfer", "/ledger:event/ledger:ground/ledger:crossBorderConsentEventId"),
            new Label("Safeguard", "/ledger:event/ledger:ground/ledger:safeguard/ledger:kind"),
            new Label("Safeguard", "/ledger:event/ledger:safeguard/ledger:kind"),
            new Label("Safeguard's reference", "/ledger:event/ledger:safeguard/ledger:reference"),
            new Label("Transfer's reference", "/ledger:event/ledger:reference"),
            new Label("Consent that ended", "/ledger:event/ledger:consentEventId"),
            new Label("Legal hold", "/ledger:event/ledger:hold"),
            new Label("Held until", "/ledger:event/ledger:heldUntil"),
            new Label("Reason of the hold", "/ledger:event/ledger:holdReason"));

    private static final List<Label> PERSON = List.of(
            new Label("Person", REFERENCE),
            new Label("Pseudonym in the ledger", "/dpv:hasDataSubject/dct:identifier"),
            new Label("Who acted", "/ledger:event/dpv:isIndicatedBy/ledger:kind"),
            new Label("Their reference", "/ledger:event/dpv:isIndicatedBy/dct:identifier"),
            new Label("Their authority", "/ledger:event/dpv:isIndicatedBy/ledger:authority"));

    private static final List<Label> EVIDENCE = List.of(
            new Label("Channel", "/ledger:event/dpv:hasIndicationMethod"),
            new Label("Form", "/ledger:event/ledger:form"),
            new Label("Language", "/ledger:event/dct:language"),
            new Label("Collected by", "/ledger:event/ledger:collectedBy"),
            new Label("SHA-256 of what was shown or signed", "/ledger:event/ledger:statementSha256"));

    private static final List<Label> PROMISE = List.of(
            new Label("Controller", "/dpv:hasDataController/dpv:hasName"),
            new Label("Contact", "/dpv:hasDataController/dpv:hasContact"),
            new Label("Privacy notice", "/dpv:hasNotice/dct:identifier"),
            new Label("Version", "/dpv:hasNotice/dct:hasVersion"),
            new Label("In force from", "/dpv:hasNotice/ledger:effectiveFrom"),
            new Label("Lawful basis", "/dpv:hasPurpose/0/dpv:hasLegalBasis"),
            new Label("Categories of data", "/dpv:hasPurpose/0/dpv:hasPersonalData"),
            new Label("Classes of recipients", "/dpv:hasPurpose/0/dpv:hasRecipient"),
            new Label("The person's rights", "/dpv:hasRight"));

    /** What stands under one heading. */
    record Section(String heading, List<Row> rows) {}

    /** One thing that the receipt says. */
    record Row(String label, String value) {}

    private record Label(String label, String pointer) {}

    static ReceiptPage of(Receipt receipt) {
        var content = receipt.content();
        var type = content.at(TYPE).asString();
        var words = ReceiptWords.of(type);
        return new ReceiptPage(
                words.title(),
                words.sentence(),
                WITH_REFERENCE.contains(type) && content.at(REFERENCE).isMissingNode(),
                Stream.of(
                                new Section("What was recorded", rows(content, RECORDED)),
                                new Section("About whom, and by whom", rows(content, PERSON)),
                                new Section("On what evidence", rows(content, EVIDENCE)),
                                new Section("Under which promise", rows(content, PROMISE)),
                                new Section("Proof", proof(receipt)))
                        .filter(section -> !section.rows().isEmpty())
                        .toList());
    }

    private static List<Row> rows(JsonNode content, List<Label> labels) {
        return labels.stream()
                .filter(label -> !content.at(label.pointer()).isMissingNode())
                .map(label -> new Row(label.label(), ReceiptWords.value(content.at(label.pointer()))))
                .toList();
    }

    private static List<Row> proof(Receipt receipt) {
        var proven = receipt.proven();
        return List.of(
                new Row("Event", proven.entry().eventId()),
                new Row("Position in the log", Long.toString(proven.entry().position())),
                new Row("SHA-256 of the signed receipt", HexFormat.of().formatHex(Sha256.of(receipt.jws()))),
                new Row("Hash of the event's leaf", proven.inclusion().leaf()),
                new Row(
                        "Checkpoint: log, size, root",
                        String.join(", ", proven.checkpoint().lines().limit(3).toList())));
    }
}
