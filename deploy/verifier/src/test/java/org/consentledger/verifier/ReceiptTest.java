package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestReceipts.JSON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who got a receipt, and wants to know years later whether it is one. */
class ReceiptTest extends VerifyScene {

    private static final SigningKey OTHER = SigningKey.generate(TestLedger.ORIGIN);

    private Run verify(JsonNode receipt) throws IOException {
        return verify(receipt.toString(), KEY);
    }

    private Run verify(String text, SigningKey... trusted) throws IOException {
        Files.writeString(folder.resolve("receipt.json"), text);
        return run(List.of("receipt.json"), trusted);
    }

    private Run run(List<String> files, SigningKey... trusted) {
        var arguments = new ArrayList<>(List.of("receipt"));
        for (var key : trusted) {
            arguments.addAll(List.of("--key", key.verification().toString()));
        }
        files.forEach(file -> arguments.add(folder.resolve(file).toString()));
        return withoutFolder(Run.of(arguments.toArray(String[]::new)));
    }

    private static void assertFound(Run run, String... findings) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsExactly("receipt.json: not verified: " + String.join("; ", findings));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anHonestReceiptIsVerified() throws IOException {
        var run = verify(TestReceipts.honest(KEY));

        assertThat(run.out())
                .singleElement()
                .asString()
                .startsWith("receipt.json: verified: ConsentGiven at position 7, recorded 2016-11-02T10:15:01.000120Z,"
                        + " stands in the log consent.example/ledger of size 20 (root ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void eachOfSeveralHasItsLine() throws IOException {
        Files.writeString(folder.resolve("good.json"), TestReceipts.honest(KEY).toString());
        Files.writeString(folder.resolve("bad.json"), TestReceipts.honest(OTHER).toString());

        var run = run(List.of("bad.json", "good.json"), KEY);

        assertThat(run.out())
                .satisfiesExactly(
                        bad -> assertThat(bad).startsWith("bad.json: not verified: "),
                        good -> assertThat(good).startsWith("good.json: verified: "));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    /** A release that calls the algorithm by its newer name is understood already. */
    @Test
    void bothNamesOfTheAlgorithmAreKnown() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        receipt.put("jws", TestReceipts.jws("Ed25519", TestReceipts.content(), KEY));

        assertThat(verify(receipt).exitCode()).isZero();
    }

    @Test
    void whatWasErasedIsMissedByNobody() throws IOException {
        var content = TestReceipts.content();
        ((ObjectNode) content.at("/dpv:hasDataSubject")).remove("ledger:reference");
        ((ObjectNode) content.at("/ledger:event")).remove(List.of("ledger:collectedBy", "dct:language"));

        assertThat(verify(TestReceipts.receipt(content, TestReceipts.entry("ConsentGiven", TestReceipts.CONSENT), KEY))
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            TransferRefused  | {"subjectId":"s-1","transfer":{"subject":"c","recipient":"r","purpose":"p","dataCategories":["d"],"occurredAt":"2016-11-02T10:15:00Z","reference":null},"reasons":["OBJECTED"],"decidedOn":{"cataloguePosition":3,"legalRegister":"ab"}} | "dct:date":"2016-11-02T10:15:00Z","ledger:purpose":"p","ledger:recipient":"r","dpv:hasPersonalData":["d"],"ledger:intent":"AUTHORISE","ledger:verdict":"REFUSED","ledger:reasons":["OBJECTED"],"ledger:decidedOn":{"ledger:cataloguePosition":3,"ledger:legalRegister":"ab"} | c
            TransferReported | {"subjectId":"s-1","transfer":{"subject":"c","recipient":"r","purpose":"p","dataCategories":["d"],"occurredAt":"2016-11-02T10:15:00Z","reference":"job"},"findings":[],"ground":{"basis":"CONTRACT","consentEventId":null,"safeguard":null,"notice":"n","noticeVersion":"1","crossBorderConsentEventId":null},"decidedOn":{"cataloguePosition":3,"legalRegister":"ab"}} | "dct:date":"2016-11-02T10:15:00Z","ledger:purpose":"p","ledger:recipient":"r","dpv:hasPersonalData":["d"],"ledger:reference":"job","ledger:intent":"REPORT","ledger:verdict":"PERMITTED","ledger:ground":{"ledger:basis":"CONTRACT","ledger:notice":"n","ledger:noticeVersion":"1"},"ledger:decidedOn":{"ledger:cataloguePosition":3,"ledger:legalRegister":"ab"} | c
            ConsentRevoked   | {"subjectId":"s-1","subject":"c","purpose":"*","channel":null,"giver":{"kind":"SUBJECT","reference":null,"authority":null},"revokedAt":"2016-11-02T10:15:00Z"} | "dct:date":"2016-11-02T10:15:00Z","dpv:hasConsentStatus":"dpv:ConsentWithdrawn","ledger:purpose":"*","dpv:isIndicatedBy":{"ledger:kind":"SUBJECT"} | c
            """)
    void everyKindOfEventIsCompared(String type, String payload, String said, String subject) throws IOException {
        var content = (ObjectNode) JSON.readTree("""
                {"dct:conformsTo":"urn:consent-ledger:receipt:v1","dct:identifier":"0192f0c4-0000-7000-8000-000000000007",
                 "dpv:hasDataSubject":{"dct:identifier":"s-1","ledger:reference":"%s"},
                 "ledger:event":{"ledger:type":"%s","ledger:position":7,"ledger:recordedAt":"2016-11-02T10:15:01.000120Z",%s}}
                """.formatted(subject, type, said));
        var entry = TestReceipts.entry(type, payload);

        assertThat(verify(TestReceipts.receipt(content, entry, KEY)).out().getFirst())
                .startsWith("receipt.json: verified: " + type);

        ((ObjectNode) content.at("/ledger:event")).put("dct:date", "2016-11-02T10:15:01Z");
        assertFound(
                verify(TestReceipts.receipt(content, entry, KEY)),
                "the receipt says something else than the log: /ledger:event/dct:date");
    }

    /** A later release may record what this one does not know; it is the ledger's word that is compared, if any. */
    @Test
    void ofAnUnknownKindOfEventNotEverythingHasToBeSaid() throws IOException {
        var content = (ObjectNode) JSON.readTree("""
                {"dct:conformsTo":"urn:consent-ledger:receipt:v1","dct:identifier":"0192f0c4-0000-7000-8000-000000000007",
                 "dpv:hasDataSubject":{"dct:identifier":"s-1"},
                 "ledger:event":{"ledger:type":"HoldPlaced","ledger:position":7,"ledger:recordedAt":"2016-11-02T10:15:01.000120Z"}}
                """);
        var entry = TestReceipts.entry("HoldPlaced", "{\"subjectId\":\"s-1\",\"reference\":\"case 7\"}");

        assertThat(verify(TestReceipts.receipt(content, entry, KEY)).exitCode()).isZero();

        ((ObjectNode) content.at("/ledger:event")).put("ledger:purpose", "profiling");
        assertFound(
                verify(TestReceipts.receipt(content, entry, KEY)),
                "the receipt says something else than the log: /ledger:event/ledger:purpose");
    }

    // forgeries by whoever has the file

    @Test
    void anAlteredReceiptIsFound() throws IOException {
        var altered = TestReceipts.content();
        ((ObjectNode) altered.at("/ledger:event")).put("ledger:purpose", "profiling");
        var shown = TestReceipts.honest(KEY);
        shown.set("receipt", altered);

        assertFound(verify(shown), "the receipt that it shows is not the one that was signed");

        var parts = TestReceipts.honest(KEY).get("jws").asString().split("\\.", -1);
        shown.put("jws", parts[0] + "." + base64url(altered.toString()) + "." + parts[2]);

        assertFound(verify(shown), "the receipt's signature is wrong: it was altered, or another key signed it");
    }

    @Test
    void anAlteredEntryIsFound() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        var entry = (ObjectNode) receipt.get("entry");
        entry.put("payload", TestReceipts.CONSENT.replace("business-notices", "profiling"));

        var run = verify(receipt);

        assertThat(run.out().getFirst())
                .startsWith("receipt.json: not verified: its entry was altered, or its proof is of another event: ")
                .endsWith("; the receipt says something else than the log: /ledger:event/ledger:purpose");
        assertThat(run.exitCode()).isEqualTo(1);

        ((ObjectNode) receipt.get("inclusion"))
                .put("leaf", JSON.treeToValue(entry, Entry.class).leaf().base64());
        assertThat(verify(receipt).out().getFirst())
                .contains("its proof does not lead to the checkpoint's root: the entry is not what was signed");
    }

    @Test
    void theProofOfAnotherEventIsFound() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        var inclusion = (ObjectNode) receipt.get("inclusion");
        inclusion.put("position", 8);

        assertFound(verify(receipt), "its proof is of another event: of that at position 8, not 7");

        inclusion.put("position", 7);
        inclusion.put("leaf", TestEvents.event(8).leaf().base64());
        assertThat(verify(receipt).out().getFirst()).contains("its proof is of another event");

        receipt = TestReceipts.honest(KEY);
        ((ObjectNode) receipt.get("inclusion")).putArray("proof");
        assertThat(verify(receipt).out().getFirst()).contains("its proof does not lead to the checkpoint's root");
    }

    @Test
    void theEntryAndProofOfAnotherEventAreFound() throws IOException {
        var other = TestReceipts.receipt(
                TestReceipts.content(), TestReceipts.entry("ConsentRefused", TestReceipts.CONSENT), KEY);

        assertThat(verify(other).out().getFirst())
                .contains("the receipt says something else than the log: /ledger:event/ledger:type");
    }

    @Test
    void anotherKeyIsFound() throws IOException {
        assertFound(verify(TestReceipts.honest(OTHER)), "no given key signed the receipt");
    }

    /** It names a key that is trusted. */
    @Test
    void aBorrowedKeyIdIsFound() throws IOException {
        var header = JSON.createObjectNode()
                .put("alg", "EdDSA")
                .put("typ", "consent-receipt+jws")
                .put("kid", KEY.verification().keyId());
        var receipt = TestReceipts.honest(KEY);
        receipt.put(
                "jws",
                CompactJws.sign(header.toString(), TestReceipts.content().toString(), OTHER)
                        .toString());

        assertFound(verify(receipt), "the receipt's signature is wrong: it was altered, or another key signed it");
    }

    @Test
    void theCheckpointOfAnotherKeyIsFound() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        receipt.set("checkpoint", TestReceipts.honest(OTHER).get("checkpoint"));

        assertFound(verify(receipt), "its checkpoint is not to be trusted: no trusted key signed it");
    }

    @Test
    void theCheckpointOfAnotherLogIsFound() throws IOException {
        var elsewhere = SigningKey.generate("elsewhere.example/ledger");
        var receipt = TestReceipts.honest(KEY);
        receipt.put(
                "checkpoint",
                TestReceipts.receipt(
                                TestReceipts.content(),
                                TestReceipts.entry("ConsentGiven", TestReceipts.CONSENT),
                                elsewhere,
                                "elsewhere.example/ledger")
                        .get("checkpoint")
                        .asString());

        assertFound(
                verify(receipt.toString(), KEY, elsewhere),
                "its checkpoint is of another log: its origin is elsewhere.example/ledger, not consent.example/ledger");
    }

    @Test
    void anUnsignedJwsIsFound() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        var payload = base64url(TestReceipts.content().toString());
        receipt.put("jws", base64url("{\"alg\":\"none\"}") + "." + payload + ".");

        assertFound(verify(receipt), "the receipt is not signed with EdDSA: its algorithm is none");
    }

    /** Whoever takes the header's word would check a MAC with the public key, which everybody has. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "EdDSA"})
    void aMacWithThePublicKeyIsFound(String algorithm) throws IOException, GeneralSecurityException {
        var receipt = TestReceipts.honest(KEY);
        var header = JSON.createObjectNode()
                .put("alg", algorithm)
                .put("typ", "consent-receipt+jws")
                .put("kid", KEY.verification().keyId());
        var input = base64url(header.toString()) + "."
                + base64url(TestReceipts.content().toString());
        var mac = Mac.getInstance("HmacSHA256");
        var publicKey = Base64.getDecoder().decode(KEY.verification().toString().split("\\+", 3)[2]);
        mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
        receipt.put(
                "jws",
                input + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII))));

        assertFound(
                verify(receipt),
                algorithm.equals("EdDSA")
                        ? "the receipt's signature is wrong: it was altered, or another key signed it"
                        : "the receipt is not signed with EdDSA: its algorithm is HS256");
    }

    @Test
    void anythingElseThatTheKeySignedIsNoReceipt() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        var header = JSON.createObjectNode()
                .put("alg", "EdDSA")
                .put("kid", KEY.verification().keyId());
        receipt.put(
                "jws",
                CompactJws.sign(header.toString(), TestReceipts.content().toString(), KEY)
                        .toString());

        assertFound(verify(receipt), "what was signed is no receipt: its typ is not consent-receipt+jws");
    }

    // what a dishonest ledger could sign

    @ParameterizedTest
    @CsvSource({
        "/ledger:event, ledger:purpose, profiling",
        "/ledger:event, ledger:form, WRITTEN",
        "/ledger:event, dct:date, 2016-11-02T10:15:00.000001Z",
        "/ledger:event, dct:valid, 2028-11-02T10:15:00Z",
        "/ledger:event, dpv:hasConsentStatus, dpv:ConsentRefused",
        "/ledger:event, ledger:recordedAt, 2016-11-02T10:15:01.000121Z",
        "/ledger:event, ledger:position, 8",
        "/ledger:event, ledger:verdict, PERMITTED",
        "/ledger:event, ledger:collectedBy, another-shop",
        "/dpv:hasDataSubject, dct:identifier, s-ffeeddccbbaa99887766554433221100",
        "/dpv:hasDataSubject, ledger:reference, cust-1002",
        "/dpv:hasNotice, dct:hasVersion, 2018-05",
        "/dpv:hasPurpose/0, dct:identifier, profiling",
    })
    void aReceiptThatSaysSomethingElseThanTheLogIsFound(String where, String member, String value) throws IOException {
        var content = TestReceipts.content();
        ((ObjectNode) content.at(where)).put(member, value);

        var run = verify(TestReceipts.receipt(content, TestReceipts.entry("ConsentGiven", TestReceipts.CONSENT), KEY));

        assertThat(run.out().getFirst())
                .contains("the receipt says something else than the log: ")
                .satisfiesAnyOf(
                        line -> assertThat(line).contains(where + "/" + member),
                        // the event's own word counts, and what should repeat it is named
                        line -> assertThat(line).contains("/dpv:has"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger:witness, ledger:witness",
        "ledger:ground/ledger:basis, ?",
        "'x\nreceipt.json: verified', ?",
    })
    void aReceiptThatSaysMoreThanTheLogIsFound(String member, String shown) throws IOException {
        var content = TestReceipts.content();
        ((ObjectNode) content.at("/ledger:event")).put(member, "CONSENT");

        assertFound(
                verify(TestReceipts.receipt(content, TestReceipts.entry("ConsentGiven", TestReceipts.CONSENT), KEY)),
                "the receipt says more than the log: /ledger:event/" + shown);
    }

    // of what cannot be read nothing is said

    @Test
    void aTruncatedFileCannotBeUsed() throws IOException {
        var text = TestReceipts.honest(KEY).toString();

        assertUnusable(
                verify(text.substring(0, text.length() - 100), KEY), "receipt.json cannot be used: it is not JSON");
        assertUnusable(verify("", KEY), "receipt.json cannot be used: it is not a receipt");
    }

    @Test
    void aFileThatIsNoReceiptCannotBeUsed() throws IOException {
        var receipt = TestReceipts.honest(KEY);
        receipt.remove("checkpoint");

        assertUnusable(
                verify(receipt.toString(), KEY),
                "receipt.json cannot be used: it is not a receipt, because of checkpoint");
        assertUnusable(run(List.of("nowhere.json"), KEY), "there is no file nowhere.json");
    }

    @Test
    void keysAndFilesAreDemanded() {
        assertThat(Run.of("receipt").exitCode()).isEqualTo(2);
        assertThat(Run.of("receipt", "--key", KEY.verification().toString()).exitCode())
                .isEqualTo(2);
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
