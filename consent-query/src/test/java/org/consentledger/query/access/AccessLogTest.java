package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.http.access.Scope;
import org.consentledger.query.replay.ReplayUnderTest;
import org.consentledger.query.support.EventSource;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who, whom, why: all of it stands in the log once the answer is there. */
@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest {

    private static final String PURPOSE = "business-notices";
    private static final String LINES = "application/x-ndjson";
    private static final String STREAM = "text/event-stream";

    private static QueryService service;
    private static Recorder ledger;
    private static String receipt;
    private static String decision;
    private static String replay;

    @BeforeAll
    static void somebodyToReadAbout() {
        service = QueryService.shared();
        ledger = service.recorder();
        ledger.record(Facts.recipient("reading-house"));
        receipt = ledger.record(Facts.given("planted-read", PURPOSE, "2016-11-02"));
        ledger.record(Facts.given("planted-read", "ending-notices", "2026-01-01", "2031-05-05"));
        decision = ledger.record(Facts.permitted("planted-read", "reading-house", "2016-11-03"));
        ledger.record(Facts.permitted("planted-read", "reading-house", "2016-11-04"));
        // what the projections must have come to
        service.get("/v1/subjects/planted-read/consents");
        service.get("/v1/subjects/planted-read/transfers");
        ledger.record(Facts.objected("planted-read", "interest-ads", "2016-11-02"));
        service.get("/v1/subjects/planted-read/consents");
        service.jdbc()
                .sql("UPDATE projection.consent_fact SET form = 'WRITTEN' WHERE event_id = ?")
                .param(receipt)
                .update();
        var replays = new ReplayUnderTest(service);
        replay = "/v1/replays/"
                + replays.done("{\"of\":\"SUBJECT\",\"subject\":\"planted-read\"}")
                        .get("id")
                        .asString();
        Asking.asAuditor(service).askBecause("the first of many", "/v1/subjects/planted-read/consents");
    }

    private static Asking auditor() {
        return Asking.asAuditor(service);
    }

    private static String id(String subject) {
        return Facts.id(subject).value();
    }

    private static String path(ReadOperation operation) {
        return switch (operation) {
            case CONSENTS -> "/v1/subjects/planted-read/consents";
            case TRANSFERS_OF_SUBJECT -> "/v1/subjects/planted-read/transfers";
            case HISTORY -> "/v1/subjects/planted-read/history";
            case TRANSFERS_TO_RECIPIENT -> "/v1/recipients/reading-house/transfers";
            case DECISION ->
                "/v1/decisions?subject=planted-read&recipient=mailing-house&purpose=warranty&category=contact";
            case CONSENTS_DIFFERENCE -> "/v1/subjects/planted-read/consents/difference";
            case DECISION_EXPLANATION -> "/v1/decisions/" + decision;
            case EVENTS -> "/v1/events?subject=planted-read";
            case START_REPLAY -> "POST /v1/replays {\"of\":\"SUBJECT\",\"subject\":\"planted-read\"}";
            case REPLAY -> replay;
            case REPLAY_CONSENTS -> replay + "/consents";
            case REPLAY_OBJECTIONS -> replay + "/objections";
            case REPLAY_TRANSFERS -> replay + "/transfers";
            case REPLAY_DIFFERENCES -> replay + "/differences";
            case EXPORT_OF_EVENTS -> "/v1/exports/events?subject=planted-read";
            case RECEIPT -> "/v1/receipts/" + receipt;
            case ACCESSES -> "/v1/accesses?subject=planted-read";
            case ACCESSES_OF_SUBJECT -> "/v1/subjects/planted-read/accesses";
            case SUBJECT_PAGE -> "/subjects/" + id("planted-read");
            case SEARCH -> "POST /search reference=planted-read";
            case SUBJECT_REPORT -> "/v1/subjects/planted-read/report";
            case EXPIRING -> "/v1/reports/expiring?days=3660";
            case RECIPIENT_PAGE -> "/recipients/reading-house";
            case WEBHOOK_DELIVERY -> throw new IllegalArgumentException("nobody asks for it: it is sent");
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK_DELIVERY")
    void whateverIsReadStandsThere(ReadOperation operation) {
        var asked = auditor().askBecause("case 7", path(operation));

        assertThat(asked.answer().status()).as(asked.answer().body()).isIn(200, 202, 303);
        assertThat(asked.entries())
                .containsExactly("test-client somebody " + operation.id() + " " + id("planted-read") + " case 7");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK_DELIVERY")
    void whoDoesNotSayWhyIsShownNothing(ReadOperation operation) {
        var asked = auditor().ask(path(operation));

        assertThat(asked.answer().status()).isEqualTo(422);
        assertThat(asked.answer().json().at("/errors/0/header").asString()).isEqualTo("X-Purpose-Of-Access");
        assertThat(asked.answer().json().at("/errors/0/code").asString()).isEqualTo("REQUIRED");
        assertThat(asked.answer().body()).doesNotContain(PURPOSE, id("planted-read"), "\"planted-read\"");
        assertThat(asked.entries()).isEmpty();
    }

    @Test
    void receiptsOnPaperAreAccessesToo() {
        var page = "/v1/receipts/" + receipt;

        assertThat(auditor()
                        .ask(page, "Accept", "text/html", "X-Purpose-Of-Access", "print")
                        .entries())
                .containsExactly("test-client somebody receipt " + id("planted-read") + " print");
        assertThat(auditor().ask(page, "Accept", "text/html").answer().status()).isEqualTo(422);
    }

    /** An auditor who has the pseudonym takes the same events away as one who has the reference. */
    @Test
    void anExportByPseudonymIsTheSameAccessAsOneByReference() {
        assertThat(auditor()
                        .askBecause("case 8", "/v1/exports/events?subjectId=" + id("planted-read"))
                        .entries())
                .containsExactly("test-client somebody exportEvents " + id("planted-read") + " case 8");
    }

    @Test
    void aServiceNeedNotSayWhyAndMay() {
        var shop = Asking.as(service, Map.of("client_id", "web-shop", "sub", "\u0000x"), Scope.CONSENT_READ);

        assertThat(shop.ask("/v1/subjects/planted-read/consents").entries())
                .containsExactly("web-shop \ufffdx consents " + id("planted-read") + " -");
        assertThat(shop.askBecause("order 5", "/v1/subjects/planted-read/consents")
                        .entries())
                .containsExactly("web-shop \ufffdx consents " + id("planted-read") + " order 5");
        assertThat(shop.askBecause("", "/v1/subjects/planted-read/consents")
                        .answer()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everySubjectOfAPageStandsThereOnce() {
        for (var subject : List.of("planted-one", "planted-two", "planted-one", "planted-three")) {
            ledger.record(Facts.permitted(subject, "crowded-house", "2016-11-03"));
        }
        service.get("/v1/recipients/crowded-house/transfers");
        var expected = List.of("planted-one", "planted-two", "planted-three").stream()
                .map(subject -> "test-client somebody %s " + id(subject) + " why")
                .toList();

        assertThat(auditor()
                        .askBecause("why", "/v1/recipients/crowded-house/transfers")
                        .entries())
                .containsExactlyElementsOf(expected.stream()
                        .map(entry -> entry.formatted("transfersToRecipient"))
                        .toList());
        assertThat(auditor()
                        .askBecause("why", "/v1/events?recipient=crowded-house")
                        .entries())
                .containsExactlyElementsOf(expected.stream()
                        .map(entry -> entry.formatted("events"))
                        .toList());
        assertThat(auditor()
                        .askBecause("why", "/v1/events?recipient=crowded-house&limit=1")
                        .entries())
                .containsExactly(expected.getFirst().formatted("events"));
        assertThat(auditor()
                        .ask("/v1/events?recipient=crowded-house", "Accept", LINES, "X-Purpose-Of-Access", "why")
                        .entries())
                .containsExactlyElementsOf(expected.stream()
                        .map(entry -> entry.formatted("events"))
                        .toList());
    }

    @Test
    void aStreamEntersWhomItShowsBeforeItShowsThem() throws IOException {
        var request = UUID.randomUUID().toString();
        try (var stream = new EventSource(
                service.open("/v1/events?recipient=streaming-house", "Accept", STREAM, "X-Request-Id", request))) {
            for (var shown = 1; shown <= 2; shown++) {
                ledger.record(Facts.permitted("planted-streamed-" + shown, "streaming-house", "2016-11-03"));
                var number = shown;
                await().until(() -> stream.ids().size() == number);
                assertThat(Asking.entries(service, request))
                        .hasSize(number)
                        .last()
                        .isEqualTo("test-client somebody events " + id("planted-streamed-" + number) + " test");
            }
        }
    }

    @Test
    void whatShowsNobodyIsNoAccess() {
        var notice = service.get("/v1/events?type=NoticePublished")
                .json()
                .at("/events/0/id")
                .asString();
        for (var path : List.of(
                "/v1/subjects/unheard-of/consents",
                "/v1/subjects/unheard-of/consents/difference",
                "/v1/subjects/unheard-of/history",
                "/v1/subjects/unheard-of/transfers",
                "/v1/subjects/unheard-of/accesses",
                "/v1/accesses?subject=unheard-of",
                "/v1/accesses?subjectId=" + id("planted-read"),
                "/v1/decisions?subject=unheard-of&recipient=mailing-house&purpose=warranty&category=contact",
                "/v1/recipients/nobodys-house/transfers",
                "/v1/events?type=NoticePublished",
                "/v1/receipts/" + notice,
                "/v1/notices",
                "/v1/recipients",
                "/v1/replays",
                "/v1/exports/events",
                "/v1/exports/events?subject=unheard-of",
                "/v1/log/export")) {
            var asked = auditor().askBecause("curiosity", path);
            assertThat(asked.answer().status()).as(path).isEqualTo(200);
            assertThat(asked.entries()).as(path).isEmpty();
        }
    }

    @Test
    void ofSomebodyErasedNothingIsToldByReferenceAndAllStaysUnderThePseudonym() {
        ledger.record(Facts.given("planted-erased-reader", PURPOSE, "2016-11-02"));
        var consents = "/v1/subjects/planted-erased-reader/consents";
        assertThat(auditor().askBecause("before", consents).entries()).hasSize(1);
        ledger.record(Facts.erased("planted-erased-reader", "2016-12-01"));

        assertThat(auditor().askBecause("after", consents).entries()).isEmpty();
        var byReference = auditor().askBecause("after", "/v1/subjects/planted-erased-reader/accesses");
        assertThat(byReference.answer().json().get("accesses")).isEmpty();
        assertThat(byReference.answer().json().get("subjectId").isNull()).isTrue();
        assertThat(byReference.answer().json().get("erasedAt").asString()).isEqualTo("2016-12-01T00:00:00Z");
        assertThat(byReference.entries()).isEmpty();
        // a decision rests on what they said, whoever they were
        assertThat(auditor()
                        .askBecause(
                                "after",
                                "/v1/decisions?subject=planted-erased-reader&recipient=r&purpose=warranty&category=contact")
                        .entries())
                .hasSize(1);
        var byPseudonym = auditor()
                .askBecause("after", "/v1/accesses?subjectId=" + id("planted-erased-reader"))
                .answer()
                .json()
                .get("accesses");
        assertThat(byPseudonym.valueStream().map(access -> access.get("purpose").asString()))
                .containsExactly("before", "after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access.entry SET purpose = 'harmless'",
                "DELETE FROM access.entry",
                "TRUNCATE access.entry",
                "ALTER TABLE access.entry DISABLE TRIGGER ALL"
            })
    void theServiceItselfCannotTakeAnythingBack(String statement) {
        assertThatThrownBy(() -> service.jdbc().sql(statement).update())
                .hasRootCauseMessage(
                        statement.startsWith("ALTER")
                                ? "ERROR: must be owner of table entry"
                                : "ERROR: permission denied for table entry");
    }

    @Test
    void whyIsBetweenTheReaderAndTheLog(CapturedOutput output) {
        var asked = EnumSet.complementOf(EnumSet.of(ReadOperation.WEBHOOK_DELIVERY));
        for (var operation : asked) {
            auditor().askBecause("secret-reason", path(operation));
            auditor().ask(path(operation), "X-Purpose-Of-Access", "secret-reason", "X-Purpose-Of-Access", "secret");
        }
        var metrics = service.manage("/actuator/prometheus").body();

        assertThat(output.getAll()).doesNotContain("secret-reason");
        assertThat(metrics).doesNotContain("secret-reason", id("planted-read"));
        for (var operation : asked) {
            assertThat(metrics).containsPattern("ledger_accesses_total\\{what=\"" + operation.id() + "\"} [1-9]");
        }
    }
}
