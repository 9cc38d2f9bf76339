package org.consentledger.query.report.expiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiringTest {

    private static final String PATH = "/v1/reports/expiring?days=30";
    private static Instant today;
    private static QueryService service;

    @BeforeAll
    static void consents() {
        today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        service = QueryService.on(LedgerDatabase.fresh());
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false));
        recorder.record(Facts.notice("next", in(20), true));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(safeguard("contract 1", in(10)), safeguard("=contract 2", in(40)), safeguard("over", in(-1)));
        recorder.record(Facts.given("planted-soon", "business-notices", "2020-01-01", in(5)));
        recorder.record(Facts.given("planted-later", "business-notices", "2020-01-01", in(12)));
        recorder.record(Facts.given("planted-asked-again", "business-notices", "2020-01-01", in(25)));
        recorder.record(Facts.given("planted-too-late", "business-notices", "2020-01-01", in(31)));
        recorder.record(Facts.given("planted-over", "business-notices", "2020-01-01", in(-1)));
        recorder.record(
                Facts.given("planted-revoked", "business-notices", "2020-01-01", in(5)),
                Facts.revoked("planted-revoked", "*", "2021-01-01"));
        recorder.record(
                Facts.given("planted-renewed", "business-notices", "2020-01-01", in(5)),
                Facts.given("planted-renewed", "business-notices", "2021-01-01"));
        recorder.record(
                Facts.given("planted-erased", "business-notices", "2020-01-01", in(5)),
                Facts.erased("planted-erased", "2021-01-01"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String in(int days) {
        return today.plus(Duration.ofDays(days)).toString();
    }

    private static SafeguardRecorded safeguard(String reference, String until) {
        return new SafeguardRecorded(
                "mailing-house",
                new Safeguard(
                        SafeguardKind.STANDARD_CLAUSES,
                        null,
                        reference,
                        Facts.at("2016-01-01"),
                        Facts.at(until),
                        null));
    }

    private static String id(String subject) {
        return Facts.id(subject).value();
    }

    @Test
    void tellsWhatEndsAndNothingElse() {
        var report = service.get(PATH).json();

        assertThat(report.get("consents")
                        .valueStream()
                        .map(consent -> consent.get("subjectId").asString() + " "
                                + consent.get("as").asString() + " "
                                + consent.get("endsAt").asString()))
                .containsExactly(
                        id("planted-soon") + " EXPIRED " + in(5),
                        id("planted-later") + " EXPIRED " + in(12),
                        id("planted-asked-again") + " OUTDATED " + in(20));
        assertThat(report.get("consentsByPurpose").toString())
                .isEqualTo("[{\"purpose\":\"business-notices\",\"consents\":3}]");
        assertThat(report.get("safeguards")
                        .valueStream()
                        .map(one -> one.get("reference").asString()))
                .containsExactly("contract 1");
        assertThat(report.get("notices")
                        .valueStream()
                        .map(notice -> notice.get("version").asString()))
                .containsExactly("next");
        assertThat(report.toString()).doesNotContain("planted");
    }

    @Test
    void comesAPageAtATime() {
        var found = new ArrayList<String>();
        var query = "&limit=1";
        var pages = 0;
        while (!query.isEmpty()) {
            var answer = service.ask(PATH + query);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().at("/consentsByPurpose/0/consents").asLong())
                    .isEqualTo(3);
            answer.json()
                    .get("consents")
                    .forEach(consent -> found.add(consent.get("subjectId").asString()));
            query = answer.next().replaceFirst("^\\?", "&").replace("&days=30", "");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(found).isEqualTo(List.of(id("planted-soon"), id("planted-later"), id("planted-asked-again")));
    }

    @Test
    void isATableAndAPageToo() {
        var table = service.ask("/v1/reports/expiring?days=41", "Accept", "text/csv");
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.body())
                .startsWith("endsAt,what,kind,recipient,subjectId,purpose,reference,eventId\r\n")
                .contains(in(10) + ",safeguard,STANDARD_CLAUSES,mailing-house,,,contract 1,\r\n")
                // no formula for a spreadsheet
                .contains("'=contract 2")
                .contains("consent,EXPIRED,," + id("planted-soon") + ",business-notices,,");

        var page = service.ask(PATH + "&limit=1", "Accept", "text/html", "Accept-Language", "it");
        assertThat(page.body())
                .contains("Che cosa termina presto", id("planted-soon"), "Ci sono pi\u00f9 consensi di quelli elencati")
                .doesNotContain(id("planted-later"), "??", "th:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=0", "days=3661", "days=x", "cursor=nonsense", "limit=501"})
    void whatMakesNoSenseIsSaidSo(String query) {
        var answer = service.ask("/v1/reports/expiring?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(query.replaceFirst("=.*", ""));
    }
}
