package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.consentledger.log.note.SigningKey;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person gets a receipt of what they said, and checks it without the ledger's help. */
class ReceiptTest {

    private static final String AT = "2016-11-07T09:00:00Z";

    @TempDir
    private static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start();
        var purpose = Map.of(
                "purpose", "newsletter",
                "basis", "CONSENT",
                "form", "EXPLICIT",
                "dataCategories", List.of("contact"),
                "recipientClasses", List.of("SUB_SUPPLIER"));
        var notice = Map.of(
                "notice",
                "shop",
                "version",
                "v1",
                "effectiveFrom",
                "2016-01-01T00:00:00Z",
                "asksAgain",
                false,
                "homeArea",
                List.of("EEA"),
                "texts",
                List.of(),
                "purposes",
                List.of(purpose));
        var recipient = Map.of("recipient", "mailer", "name", "Mailer", "class", "SUB_SUPPLIER", "country", "IT");
        assertThat(ledger.send("publish-notice", notice).status()).isEqualTo(201);
        assertThat(ledger.send("register-recipient", recipient).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static Answer giveConsent(String subject) {
        return ledger.send(
                "give-consent",
                Map.of(
                        "subject",
                        subject,
                        "notice",
                        "shop",
                        "noticeVersion",
                        "v1",
                        "purposes",
                        List.of("newsletter"),
                        "evidence",
                        Map.of("channel", "WEB_FORM", "form", "EXPLICIT", "locale", "it", "collectedBy", "web-shop"),
                        "collectedAt",
                        AT));
    }

    private static Answer transfer(String subject, String intent) {
        return ledger.send(
                "record-transfer",
                Map.of(
                        "subject",
                        subject,
                        "recipient",
                        "mailer",
                        "purpose",
                        "newsletter",
                        "dataCategories",
                        List.of("contact"),
                        "intent",
                        intent,
                        "occurredAt",
                        "2016-11-08T09:00:00Z"));
    }

    private static String link(Answer answer) {
        assertThat(answer.at("/receipts")).hasSize(1);
        return answer.at("/receipts/0").asString();
    }

    @Test
    void whoConsentsCanFollowTheLinkAndCheckWhatTheyGet() throws IOException {
        var link = link(giveConsent("lena"));
        var page = ledger.raw(link, "Accept", "text/html");
        var receipt = ledger.raw(link, "Accept", "application/json");

        assertThat(link).matches("/v1/receipts/[0-9a-f-]{36}");
        assertThat(page)
                .contains("<h1>Consent was given</h1>", "<dd>lena</dd>", "<dd>newsletter</dd>", "<dd>web-shop</dd>");
        assertThat(verify(receipt)).startsWith("0\n").contains("receipt.json: verified: ConsentGiven at position ");
        assertThat(verify(receipt.replace("newsletter", "profiling")))
                .startsWith("1\n")
                .contains(
                        "not verified: the receipt that it shows is not the one that was signed; its entry was altered");
        assertThat(verify(receipt.substring(0, receipt.length() / 2))).startsWith("2\n");
    }

    @Test
    void aRefusalAndWhatItRepeatsLeadToOneReceipt() throws IOException {
        var refused = transfer("nobody-asked", "AUTHORISE");
        var again = transfer("nobody-asked", "AUTHORISE");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(link(again)).isEqualTo(link(refused));
        var receipt = ledger.raw(link(refused));
        assertThat(receipt).contains("\"ledger:reasons\":[\"CONSENT_MISSING\"]");
        assertThat(verify(receipt)).startsWith("0\n").contains("verified: TransferRefused");
    }

    @Test
    void everyCommandsReceiptIsVerified() throws IOException {
        var of = Map.of("subject", "mia", "purposes", List.of("newsletter"));
        for (var answer : List.of(
                giveConsent("mia"),
                transfer("mia", "AUTHORISE"),
                transfer("mia", "REPORT"),
                ledger.send("revoke-consent", of),
                ledger.send("object-to-processing", of),
                ledger.send("withdraw-objection", of),
                ledger.send(
                        "record-safeguard",
                        Map.of(
                                "recipient", "mailer",
                                "kind", "STANDARD_CLAUSES",
                                "reference", "scc-1",
                                "validFrom", AT)),
                ledger.send(
                        "withdraw-safeguard",
                        Map.of("recipient", "mailer", "kind", "STANDARD_CLAUSES", "reference", "scc-1")),
                ledger.send(
                        "register-recipient",
                        Map.of("recipient", "printer", "name", "Printer", "class", "SUB_SUPPLIER", "country", "IT")),
                ledger.send("retire-recipient", Map.of("recipient", "printer")))) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            assertThat(verify(ledger.raw(link(answer)))).startsWith("0\n");
        }
    }

    /** The exit code, and below it what the verifier says. */
    private static String verify(String receipt) throws IOException {
        var key = SigningKey.parse(Files.readString(ledger.database().signingKeyFile()))
                .verification();
        var out = new StringWriter();
        var code = Verifier.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "receipt",
                "--key",
                key.toString(),
                Files.writeString(folder.resolve("receipt.json"), receipt).toString());
        return code + "\n" + out;
    }
}
