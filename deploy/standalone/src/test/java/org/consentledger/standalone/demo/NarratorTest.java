package org.consentledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.consentledger.standalone.scenario.FakeLedger;
import org.consentledger.standalone.scenario.Scenario;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private static final String STORY = """
            title: A story
            chapters:
              - chapter: One
                steps:
                  - say: Anna agrees.
                    command: give-consent
                    body: {subject: anna, purposes: [mail, images], collectedAt: "2016-11-07T09:00:00Z"}
                    expect: {status: 201}
                  - say: May a letter go out?
                    command: record-transfer
                    body: {subject: anna, recipient: printer, purpose: mail, intent: AUTHORISE}
                    expect: {status: 403, decision: {verdict: REFUSED, reasons: [CONSENT_REVOKED, NEW_REASON]}}
                  - say: And if it were asked for?
                    query: /decisions?subject=anna&recipient=printer
                    expect: {status: 200, json: {/verdict: PERMITTED}}
                  - say: What does her page say?
                    query: /subjects/anna/consents
                    expect: {status: 200, json: {"/consents[purpose=mail]/state": GIVEN}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void each_step_is_told_as_what_happened_what_was_sent_and_what_was_answered() throws Exception {
        assertThat(tell(new Paint(false))).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                A story

                One

                  1. Anna agrees.
                     give-consent anna, mail + images, 2016-11-07T09:00:00Z
                     recorded 2 x ConsentGiven at position 4

                  2. May a letter go out?
                     record-transfer anna, printer, mail, AUTHORISE
                     REFUSED because the person took the consent back (CONSENT_REVOKED); NEW_REASON

                  3. And if it were asked for?
                     GET /v1/decisions subject=anna recipient=printer
                     PERMITTED on legal obligation under notice n 1, abroad by standard clauses

                  4. What does her page say?
                     GET /v1/subjects/anna/consents
                     mail state GIVEN

                4 steps, 4 as expected, 0 not
                """);
    }

    @Test
    void on_a_terminal_verdicts_have_a_colour() throws Exception {
        tell(new Paint(true));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\033[1;31mREFUSED\033[0m because", "\033[1;32mPERMITTED\033[0m on");
    }

    private int tell(Paint paint) throws Exception {
        try (var ledger = new FakeLedger()) {
            ledger.at("/v1/commands/give-consent", 201, """
                    {"position": 4, "events": [{"type": "ConsentGiven"}, {"type": "ConsentGiven"}]}""");
            ledger.at("/v1/commands/record-transfer", 403, """
                    {"code": "TRANSFER_REFUSED", "position": 5, "events": [{"type": "TransferRefused"}],
                     "decision": {"verdict": "REFUSED", "reasons": ["CONSENT_REVOKED", "NEW_REASON"], "ground": null}}""");
            ledger.at("/v1/decisions", 200, """
                    {"verdict": "PERMITTED", "reasons": [], "ground": {"basis": "LEGAL_OBLIGATION", "notice": "n",
                     "noticeVersion": "1", "safeguard": {"kind": "STANDARD_CLAUSES"}}}""");
            ledger.at("/v1/subjects/anna/consents", 200, """
                    {"consents": [{"purpose": "mail", "state": "GIVEN"}]}""");
            var story = Scenario.read(new ByteArrayInputStream(STORY.getBytes(StandardCharsets.UTF_8)));
            return new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8), paint).tell(story, ledger.client());
        }
    }
}
