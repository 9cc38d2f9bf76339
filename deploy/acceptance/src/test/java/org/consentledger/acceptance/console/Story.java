package org.consentledger.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.acceptance.RunningLedger;

/** What tests of pages have to show: two versions of a notice, two recipients, and a subject with a history. */
record Story(RunningLedger ledger) {

    private static final String NOTICE = "desk";

    /** Records the catalogue; what is recorded already stays as it is. */
    static Story on(Desk desk) {
        var story = new Story(desk.ledger());
        story.publish("v1", "2016-01-01T00:00:00Z", "CONSENT");
        story.publish("v2", "2024-01-01T00:00:00Z", "LEGITIMATE_INTEREST");
        story.record(
                "register-recipient",
                Map.of(
                        "recipient",
                        "desk-mailer",
                        "name",
                        "Mailer at the desk",
                        "class",
                        "SUB_SUPPLIER",
                        "country",
                        "IT"));
        story.record(
                "register-recipient",
                Map.of(
                        "recipient",
                        "desk-cloud",
                        "name",
                        "Cloud at the desk",
                        "class",
                        "SUB_SUPPLIER",
                        "country",
                        "US"));
        story.record(
                "record-safeguard",
                Map.of(
                        "recipient", "desk-cloud",
                        "kind", "STANDARD_CLAUSES",
                        "reference", "contract 7",
                        "validFrom", "2016-01-01T00:00:00Z",
                        "validUntil", "2020-01-01T00:00:00Z"));
        return story;
    }

    private void publish(String version, String from, String basisOfAds) {
        record(
                "publish-notice",
                Map.of(
                        "notice",
                        NOTICE,
                        "version",
                        version,
                        "effectiveFrom",
                        from,
                        "asksAgain",
                        false,
                        "homeArea",
                        List.of("EEA"),
                        "texts",
                        List.of(Map.of("language", "en", "sha256", (version.equals("v1") ? "ab" : "cd").repeat(32))),
                        "purposes",
                        List.of(purpose("desk-letters", "CONSENT"), purpose("desk-ads", basisOfAds))));
    }

    private static Map<String, Object> purpose(String code, String basis) {
        return Map.of(
                "purpose",
                code,
                "basis",
                basis,
                "form",
                "EXPLICIT",
                "dataCategories",
                List.of("contact"),
                "recipientClasses",
                List.of("SUB_SUPPLIER"));
    }

    /** A form that comes in after the word that ended it, transfers of every kind, an objection. */
    void of(String subject) {
        record(
                "revoke-consent",
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of("desk-letters"),
                        "channel",
                        "EMAIL",
                        "giver",
                        Map.of("kind", "SUBJECT"),
                        "revokedAt",
                        "2016-12-01T08:00:00Z"));
        record(
                "give-consent",
                Map.of(
                        "subject",
                        subject,
                        "notice",
                        NOTICE,
                        "noticeVersion",
                        "v1",
                        "purposes",
                        List.of("desk-letters"),
                        "evidence",
                        Map.of("channel", "PRINTED_FORM", "form", "WRITTEN", "collectedBy", "fair-stand"),
                        "giver",
                        Map.of("kind", "SUBJECT"),
                        "collectedAt",
                        "2016-11-02T10:15:00Z"));
        record(
                "object-to-processing",
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of("desk-ads"),
                        "channel",
                        "BROWSER_SIGNAL",
                        "giver",
                        Map.of("kind", "SUBJECT"),
                        "objectedAt",
                        "2016-11-20T00:00:00Z"));
        transfer(subject, "desk-mailer", "AUTHORISE", "2016-11-10T09:00:00Z");
        transfer(subject, "desk-mailer", "AUTHORISE", "2016-12-10T09:00:00Z");
        transfer(subject, "desk-cloud", "REPORT", "2016-11-12T09:00:00Z");
        transfer(subject, "desk-cloud", "REPORT", "2016-12-12T09:00:00Z");
    }

    private void transfer(String subject, String recipient, String intent, String occurredAt) {
        record(
                "record-transfer",
                Map.of(
                        "subject", subject,
                        "recipient", recipient,
                        "purpose", "desk-letters",
                        "dataCategories", List.of("contact"),
                        "intent", intent,
                        "occurredAt", occurredAt));
    }

    /** What is recorded can be seen when this returns: a query of the ledger's own waits for it. */
    private void record(String command, Map<String, Object> body) {
        var answer = ledger.send(command, body);
        assertThat(answer.status()).as(command + " " + answer.body()).isIn(200, 201, 403);
        var waits = new ArrayList<>(List.of("/v1/recipients"));
        if (body.get("subject") instanceof String subject) {
            waits.add("/v1/subjects/" + subject + "/consents");
            waits.add("/v1/subjects/" + subject + "/transfers");
        }
        waits.forEach(path -> assertThat(ledger.ask(path).status()).as(path).isEqualTo(200));
    }
}
