package org.consentledger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.diagnosis.Recorded.OF_QUERY;
import static org.consentledger.diagnosis.Recorded.answer;
import static org.consentledger.diagnosis.Recorded.healthy;
import static org.consentledger.diagnosis.Recorded.service;
import static org.consentledger.diagnosis.Recorded.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.consentledger.diagnosis.Heard.Answer;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Hash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each check on recorded answers: what differs from a healthy installation is named, and nothing else is. */
class ChecksTest {

    @Test
    void ofAHealthyInstallationEverythingIsOk() {
        assertThat(healthy().findings()).hasSizeGreaterThan(20).allSatisfy(finding -> {
            assertThat(finding.level()).as(finding.told()).isEqualTo(Level.OK);
            assertThat(finding.advice()).isEmpty();
        });
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamed() {
        var silent = new Service(
                "consent-command",
                "http://localhost:1",
                "http://localhost:2",
                Recorded.silence(),
                Recorded.silence(),
                Recorded.silence(),
                Recorded.silence(),
                Recorded.silence(),
                Recorded.silence(),
                Recorded.silence(),
                Recorded.unasked());

        only(healthy().withCommand(silent), Level.WRONG, "consent-command", "the connection was refused", 2);
    }

    @Test
    void servicesTheWrongWayRoundAreTold() {
        var other = answer(200, Recorded.front("consent-command"));

        only(changed(query -> with(query, other, null, null)), Level.WRONG, "consent-query", "is not it");
    }

    @Test
    void differentReleasesAreTold() {
        var older = answer(200, "{\"build\": {\"version\": \"0.9.0\"}}");

        only(
                changed(query -> with(query, null, null, older)),
                Level.WARNING,
                "versions",
                "consent-command is 1.0.0, consent-query is 0.9.0");
    }

    @Test
    void whatIsDownIsNamed() {
        var down = answer(503, """
                {"status": "DOWN", "components": {
                  "readinessState": {"status": "UP"},
                  "db": {"status": "DOWN", "details": {"error": "CannotGetJdbcConnectionException"}}}}
                """);

        only(changed(query -> with(query, null, down, null)), Level.WRONG, "consent-query readiness", "db error");
    }

    @Test
    void aCertificateThatEndsIsTold() {
        only(certificate(Duration.ofDays(5)), Level.WARNING, "consent-query certificate", "ends in 5 days");
        only(certificate(Duration.ofDays(-1)), Level.WRONG, "consent-query certificate", "ended on");
        assertThat(certificate(Duration.ofDays(90)).findings())
                .anyMatch(finding -> finding.told().equals("is valid for 90 days"));
    }

    private static Recorded certificate(Duration left) {
        var end = Recorded.NOW.plus(left);
        return changed(query -> with(query, front("Mon, 23 Nov 2026 12:00:00 GMT", end), null, null));
    }

    private static Answer front(String date, Instant certificateEnd) {
        return new Answer(
                200,
                Map.of("date", date),
                Recorded.front("consent-query"),
                Recorded.NOW,
                Duration.ofMillis(4),
                certificateEnd);
    }

    @Test
    void aClockThatIsOffIsTold() {
        only(
                changed(query -> with(query, front("Mon, 23 Nov 2026 12:00:10 GMT", null), null, null)),
                Level.WARNING,
                "consent-query clock",
                "10 s ahead of this machine's");
        only(
                changed(query -> with(query, front("Mon, 23 Nov 2026 11:00:00 GMT", null), null, null)),
                Level.WRONG,
                "consent-query clock",
                "behind this machine's");
    }

    @Test
    void aDoorThatIsOpenIsWrong() {
        var open = healthy().query();
        only(
                healthy()
                        .withQuery(new Service(
                                open.name(),
                                open.url(),
                                open.management(),
                                open.front(),
                                answer(200, "x"),
                                open.live(),
                                open.ready(),
                                open.info(),
                                open.metrics(),
                                open.openMetrics(),
                                open.later())),
                Level.WRONG,
                "consent-query access",
                "answered 200 and not 401");
    }

    @Test
    void whyATokenIsRefusedIsTold() {
        var ended = Optional.of(token("operate", Recorded.NOW.minusSeconds(60)));
        var refused = changed(query -> with(query, null, null, answer(401, "{}")));

        assertThat(refused.withTokens(ended, healthy().auditor()).findings())
                .filteredOn(finding -> finding.about().equals("operator's token"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.WRONG);
                    assertThat(finding.told()).isEqualTo("is refused: it ended at 2026-11-23T11:59:00Z");
                });
        assertThat(refused.findings())
                .anyMatch(finding -> finding.told().contains("its issuer, audience or signature"));
        assertThat(changed(query -> with(query, null, null, answer(403, "{}"))).findings())
                .anyMatch(finding -> finding.told().startsWith("is accepted, but may not operate"));
        only(
                healthy().withTokens(Optional.empty(), healthy().auditor()),
                Level.WARNING,
                "operator's token",
                "none is given");
    }

    @Test
    void servicesOnTwoLedgersAreTold() {
        var elsewhere =
                service("consent-command", Recorded.METRICS.replace("ledger_position 1.0", "ledger_position 900.0"));

        only(healthy().withCommand(elsewhere), Level.WRONG, "same ledger", "consent-command is at position 900");
    }

    @Test
    void aProjectionThatIsBehindOrFailsIsTold() {
        var late = service(
                "consent-query", OF_QUERY.replace("{projection=\"consents\"} 0.0", "{projection=\"consents\"} 95.4"));
        only(
                healthy()
                        .withQuery(late)
                        .withProjections("[{\"name\": \"consents\", \"lagEvents\": 3412, \"state\": \"RUNNING\"}]"),
                Level.WRONG,
                "projection consents",
                "is 3412 events and 95 s behind");
        only(
                healthy()
                        .withProjections(
                                "[{\"name\": \"consents\", \"state\": \"FAILING\", \"failure\": \"LedgerNotReadable\", \"failurePosition\": 7}]"),
                Level.WRONG,
                "projection consents",
                "does not advance: LedgerNotReadable at position 7");
    }

    @Test
    void aBrokenLedgerIsTold() {
        metric("ledger_broken 0.0", "ledger_broken 1.0", Level.WRONG, "ledger", "IS BROKEN");
        metric(
                "ledger_checkpoint_failing 0.0",
                "ledger_checkpoint_failing 1.0",
                Level.WRONG,
                "checkpoints",
                "cannot be made");
        metric(
                "ledger_checkpoint_size 2.0",
                "ledger_checkpoint_size 1.0",
                Level.WRONG,
                "checkpoints",
                "but 2 are recorded");
    }

    @Test
    void whatWaitsForSomebodyIsTold() {
        metric(
                "pending{pool=\"p\"} 0.0",
                "pending{pool=\"p\"} 4.0",
                Level.WARNING,
                "consent-query connections",
                "4 requests wait");
        metric(
                "ledger_safeguards_expired 0.0",
                "ledger_safeguards_expired 2.0",
                Level.WARNING,
                "safeguards",
                "2 ended");
        metric(
                "ledger_database_reachable 1.0",
                "ledger_database_reachable 0.0",
                Level.WRONG,
                "consent-query database",
                "is away");
        metric(
                "disk_free_bytes{path=\"/\"} 5.0E10",
                "disk_free_bytes{path=\"/\"} 5.0E9",
                Level.WARNING,
                "consent-query disk",
                "5 % of");
    }

    private static void metric(String healthy, String other, Level level, String about, String told) {
        assertThat(OF_QUERY).contains(healthy);
        only(healthy().withQuery(service("consent-query", OF_QUERY.replace(healthy, other))), level, about, told);
    }

    @Test
    void aForeignSignatureIsTold() {
        var other = SigningKey.generate("localhost/ledger").verification();
        var recorded = healthy();
        only(
                recorded.withLog(recorded.checkpoint(), recorded.later(), recorded.consistency(), List.of(other)),
                Level.WRONG,
                "signature",
                "is not signed with the key given");
        only(
                recorded.withLog(recorded.checkpoint(), recorded.later(), recorded.consistency(), List.of()),
                Level.WARNING,
                "signature",
                "is not checked");
    }

    @Test
    void aLogThatDidNotOnlyGrowIsTold() {
        var recorded = healthy();
        var rewritten = answer(200, Recorded.note(Recorded.KEY, 2, Hash.ofNode(Recorded.TWO, Recorded.TWO)));
        only(
                recorded.withLog(recorded.checkpoint(), rewritten, recorded.consistency(), recorded.keys()),
                Level.WRONG,
                "consistency",
                "did not only grow from 1 to 2 events");
        var sameSize = answer(200, Recorded.note(Recorded.KEY, 1, Recorded.TWO));
        only(
                recorded.withLog(recorded.checkpoint(), sameSize, Recorded.unasked(), recorded.keys()),
                Level.WRONG,
                "consistency",
                "from 1 to 1");
    }

    private static Recorded changed(UnaryOperator<Service> change) {
        return healthy().withQuery(change.apply(healthy().query()));
    }

    private static Service with(Service service, @Nullable Heard front, @Nullable Heard ready, @Nullable Heard info) {
        return new Service(
                service.name(),
                service.url(),
                service.management(),
                front == null ? service.front() : front,
                service.unauthorised(),
                service.live(),
                ready == null ? service.ready() : ready,
                info == null ? service.info() : info,
                service.metrics(),
                service.openMetrics(),
                service.later());
    }

    private static void only(Recorded recorded, Level level, String about, String told) {
        only(recorded, level, about, told, 1);
    }

    private static void only(Recorded recorded, Level level, String about, String told, int findings) {
        assertThat(recorded.findings())
                .filteredOn(finding -> finding.level() != Level.OK)
                .hasSize(findings)
                .first()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(level);
                    assertThat(finding.about()).isEqualTo(about);
                    assertThat(finding.told()).contains(told);
                    assertThat(finding.advice()).isNotEmpty();
                });
    }
}
