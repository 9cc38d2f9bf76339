package org.consentledger.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What tests of reports have to show: the last year, in which people agreed and changed their minds, and their data went to two
 * recipients, or did not.
 *
 * @param now the year ends here
 * @param erased pseudonym of somebody who was erased
 */
record ReportedYear(RunningLedger ledger, Instant now, String erased) {

    /** Consents, transfers of every kind, an erasure. */
    static final String ANNA = "planted-anna-rossi";

    static final String ERASED = "planted-reported-erased";

    private static final int PEOPLE = 24;
    private static final Map<String, Object> IN_PERSON = Map.of("kind", "SUBJECT");

    private static @Nullable ReportedYear recorded;

    /** Records it, once for all tests. */
    static synchronized ReportedYear on(Desk desk) {
        if (recorded == null) {
            var story = new ReportedYear(desk.ledger(), Instant.now().truncatedTo(ChronoUnit.SECONDS), "");
            story.catalogue();
            story.people();
            story.anna();
            recorded = new ReportedYear(story.ledger, story.now, story.erase());
            recorded.await();
        }
        return recorded;
    }

    private String daysAgo(long days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    private void catalogue() {
        send(
                "publish-notice",
                Map.of(
                        "notice",
                        "year",
                        "version",
                        "v1",
                        "effectiveFrom",
                        daysAgo(800),
                        "homeArea",
                        List.of("EEA"),
                        "purposes",
                        List.of(
                                purpose("year-letters", "CONSENT"),
                                purpose("year-offers", "CONSENT"),
                                purpose("year-warranty", "CONTRACT"))));
        recipient("year-printer", "Stamperia Perché & Figli", "SUB_SUPPLIER", "IT");
        recipient("year-cloud", "Year Cloud, Inc.", "HOSTING_PROVIDER", "US");
        safeguard("year-cloud", "contract 2024/7", daysAgo(700), daysAgo(-40));
        safeguard("year-cloud", "contract 2026/1", daysAgo(-30), daysAgo(-2_000));
    }

    private static Map<String, Object> purpose(String code, String basis) {
        return Map.of(
                "purpose",
                code,
                "basis",
                basis,
                "form",
                basis.equals("CONSENT") ? "EXPLICIT" : "NONE",
                "dataCategories",
                List.of("contact", "orders"),
                "recipientClasses",
                List.of("SUB_SUPPLIER", "HOSTING_PROVIDER"));
    }

    private void recipient(String code, String name, String recipientClass, String country) {
        send(
                "register-recipient",
                Map.of("recipient", code, "name", name, "class", recipientClass, "country", country));
    }

    private void safeguard(String recipient, String reference, String from, String until) {
        send(
                "record-safeguard",
                Map.of(
                        "recipient",
                        recipient,
                        "kind",
                        "STANDARD_CLAUSES",
                        "reference",
                        reference,
                        "validFrom",
                        from,
                        "validUntil",
                        until));
    }

    private void people() {
        for (var person = 0; person < PEOPLE; person++) {
            var subject = "planted-reported-" + person;
            var since = 350 - 14L * person;
            give(subject, "year-letters", daysAgo(since), person % 3 == 0 ? daysAgo(-20L - person) : null);
            if (person % 2 == 0) {
                give(subject, "year-offers", daysAgo(since), null);
            }
            if (person % 5 == 0 && since > 60) {
                revoke(subject, "year-letters", daysAgo(since - 60));
            }
            transfer(subject, "year-printer", "year-letters", "AUTHORISE", daysAgo(Math.max(1, since - 50)));
            transfer(subject, "year-cloud", "year-warranty", "REPORT", daysAgo(Math.max(1, since - 30)));
        }
    }

    private void anna() {
        give(ANNA, "year-letters", daysAgo(300), daysAgo(-50));
        give(ANNA, "year-offers", daysAgo(290), null);
        transfer(ANNA, "year-printer", "year-letters", "AUTHORISE", daysAgo(280));
        transfer(ANNA, "year-cloud", "year-warranty", "AUTHORISE", daysAgo(270));
        revoke(ANNA, "year-offers", daysAgo(200));
        transfer(ANNA, "year-printer", "year-offers", "AUTHORISE", daysAgo(100));
        transfer(ANNA, "year-cloud", "year-offers", "REPORT", daysAgo(90));
        transfer(ANNA, "year-nobody", "year-letters", "AUTHORISE", daysAgo(80));
    }

    /** By their pseudonym, which the reference leads to only before. */
    private String erase() {
        give(ERASED, "year-letters", daysAgo(200), null);
        transfer(ERASED, "year-printer", "year-letters", "AUTHORISE", daysAgo(190));
        var pseudonym = ledger.ask("/v1/subjects/" + ERASED + "/report")
                .at("/subjectId")
                .asString();
        send("erase-subject", Map.of("subject", ERASED));
        return pseudonym;
    }

    private void give(String subject, String purpose, String at, @Nullable String until) {
        var body = new HashMap<String, Object>(Map.of(
                "subject",
                subject,
                "notice",
                "year",
                "noticeVersion",
                "v1",
                "purposes",
                List.of(purpose),
                "evidence",
                Map.of("channel", "WEB_FORM", "form", "EXPLICIT", "collectedBy", "web-shop"),
                "giver",
                IN_PERSON,
                "collectedAt",
                at));
        if (until != null) {
            body.put("validUntil", until);
        }
        send("give-consent", body);
    }

    private void revoke(String subject, String purpose, String at) {
        send(
                "revoke-consent",
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of(purpose),
                        "channel",
                        "EMAIL",
                        "giver",
                        IN_PERSON,
                        "revokedAt",
                        at));
    }

    private void transfer(String subject, String recipient, String purpose, String intent, String at) {
        send(
                "record-transfer",
                Map.of(
                        "subject", subject,
                        "recipient", recipient,
                        "purpose", purpose,
                        "dataCategories", List.of("contact", "orders"),
                        "intent", intent,
                        "occurredAt", at));
    }

    /** 403 is what a refused transfer is answered with. */
    private Answer send(String command, Map<String, Object> body) {
        var answer = ledger.send(command, body);
        assertThat(answer.status()).as(command + " " + answer.body()).isIn(200, 201, 202, 403);
        return answer;
    }

    /** Reports of figures, which wait for what was sent, wait for both projections. */
    private void await() {
        assertThat(ledger.ask("/v1/reports/overview").status()).isEqualTo(200);
    }
}
