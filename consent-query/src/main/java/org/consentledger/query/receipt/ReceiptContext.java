package org.consentledger.query.receipt;

import java.util.List;

/** What the names in a receipt stand for (JSON-LD 1.1). Stands in every receipt: nobody has to fetch it from anywhere. */
final class ReceiptContext {

    private static final List<String> IDENTIFIERS = List.of(
            "dct:conformsTo", "dpv:hasConsentStatus", "dpv:hasLegalBasis", "dpv:hasConsentControl", "dpv:hasRight");

    private static final List<String> TIMES =
            List.of("dct:date", "dct:valid", "ledger:heldUntil", "ledger:recordedAt", "ledger:effectiveFrom");

    static final Members TERMS = terms();

    private ReceiptContext() {}

    private static Members terms() {
        var terms = new Members()
                .with("dpv", "https://w3id.org/dpv#")
                .with("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
                .with("dct", "http://purl.org/dc/terms/")
                .with("xsd", "http://www.w3.org/2001/XMLSchema#")
                .with("ledger", "urn:consent-ledger:term:");
        IDENTIFIERS.forEach(name -> terms.with(name, new Members().with("@type", "@id")));
        TIMES.forEach(name -> terms.with(name, new Members().with("@type", "xsd:dateTime")));
        return terms;
    }
}
