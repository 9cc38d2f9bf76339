package org.consentledger.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.InclusionProof;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Proofs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A log of 20 events with a consent at position 7, and receipts as consent-query makes them. */
final class TestReceipts {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static final int POSITION = 7;
    private static final int SIZE = 20;
    private static final String EVENT_ID = "0192f0c4-0000-7000-8000-000000000007";
    private static final Instant RECORDED_AT = Instant.parse("2016-11-02T10:15:01.000120Z");

    static final String CONSENT = """
            {"subjectId":"s-00112233445566778899aabbccddeeff","subject":"cust-1001","purpose":"business-notices",\
            "notice":"reference","noticeVersion":"2016-10","evidence":{"channel":"WEB_FORM","form":"EXPLICIT",\
            "statementSha256":null,"locale":"en","collectedBy":"web-shop"},\
            "giver":{"kind":"SUBJECT","reference":null,"authority":null},\
            "collectedAt":"2016-11-02T10:15:00Z","validUntil":"2018-11-02T10:15:00Z"}""";

    static final String CONTENT = """
            {"@context":{"dpv":"https://w3id.org/dpv#"},"@type":["ledger:Receipt","dpv:ConsentReceipt"],
             "dct:conformsTo":"urn:consent-ledger:receipt:v1","dct:identifier":"0192f0c4-0000-7000-8000-000000000007",
             "ledger:event":{"ledger:type":"ConsentGiven","ledger:position":7,
              "ledger:recordedAt":"2016-11-02T10:15:01.000120Z","dct:date":"2016-11-02T10:15:00Z",
              "dct:valid":"2018-11-02T10:15:00Z","dpv:hasIndicationMethod":"WEB_FORM","ledger:form":"EXPLICIT",
              "dct:language":"en","ledger:collectedBy":"web-shop","dpv:hasConsentStatus":"dpv:ConsentGiven",
              "dpv:hasLegalBasis":"dpv:ExplicitlyExpressedConsent","ledger:purpose":"business-notices",
              "ledger:notice":"reference","ledger:noticeVersion":"2016-10","dpv:isIndicatedBy":{"ledger:kind":"SUBJECT"}},
             "dpv:hasDataSubject":{"@type":"dpv:DataSubject","dct:identifier":"s-00112233445566778899aabbccddeeff",
              "ledger:reference":"cust-1001"},
             "dpv:hasDataController":{"dpv:hasName":"A firm"},
             "dpv:hasNotice":{"dct:identifier":"reference","dct:hasVersion":"2016-10"},
             "dpv:hasPurpose":[{"dct:identifier":"business-notices","dpv:hasLegalBasis":"eu-gdpr:A6-1-a"}]}
            """;

    private TestReceipts() {}

    static ObjectNode content() {
        return (ObjectNode) JSON.readTree(CONTENT);
    }

    static Entry entry(String type, String payload) {
        return new Entry(
                POSITION,
                EVENT_ID,
                "Subject",
                "s-00112233445566778899aabbccddeeff",
                0,
                RECORDED_AT,
                type,
                "1",
                new UUID(7, 7),
                0,
                "00",
                "",
                payload,
                "{}");
    }

    static ObjectNode honest(SigningKey key) {
        return receipt(content(), entry("ConsentGiven", CONSENT), key);
    }

    /** Everything fits, whatever is in it. */
    static ObjectNode receipt(JsonNode content, Entry entry, SigningKey key) {
        return receipt(content, entry, key, TestLedger.ORIGIN);
    }

    static ObjectNode receipt(JsonNode content, Entry entry, SigningKey key, String origin) {
        var leaves = new ArrayList<Hash>();
        for (var i = 0; i < SIZE; i++) {
            leaves.add(i == POSITION ? entry.leaf() : TestEvents.event(i).leaf());
        }
        var tree = new Frontier();
        leaves.forEach(tree::append);
        var file = JSON.createObjectNode();
        file.put("eventId", entry.eventId());
        file.put("position", entry.position());
        file.put("jws", jws(content, key));
        file.set("receipt", content);
        file.set("entry", JSON.valueToTree(entry));
        file.set("inclusion", JSON.valueToTree(proof(leaves, POSITION)));
        file.put("checkpoint", TestLedger.signed(new Checkpoint(origin, tree.size(), tree.root()), key));
        return file;
    }

    static String jws(JsonNode content, SigningKey key) {
        return jws("EdDSA", content, key);
    }

    static String jws(String algorithm, JsonNode content, SigningKey key) {
        var header = JSON.createObjectNode()
                .put("alg", algorithm)
                .put("typ", "consent-receipt+jws")
                .put("kid", key.verification().keyId());
        return CompactJws.sign(header.toString(), content.toString(), key).toString();
    }

    static InclusionProof proof(List<Hash> leaves, int position) {
        var proofs = new Proofs(wanted -> {
            var found = new HashMap<Node, Hash>();
            wanted.forEach(node -> found.put(node, hash(leaves, node.level(), (int) node.index())));
            return found;
        });
        return InclusionProof.of(
                position, leaves.size(), leaves.get(position), proofs.inclusion(position, leaves.size()));
    }

    private static Hash hash(List<Hash> leaves, int level, int index) {
        return level == 0
                ? leaves.get(index)
                : Hash.ofNode(hash(leaves, level - 1, 2 * index), hash(leaves, level - 1, 2 * index + 1));
    }
}
