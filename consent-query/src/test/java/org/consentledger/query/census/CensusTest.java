package org.consentledger.query.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.support.Facts.at;
import static org.consentledger.query.support.Facts.erased;
import static org.consentledger.query.support.Facts.given;
import static org.consentledger.query.support.Facts.notice;
import static org.consentledger.query.support.Facts.refused;
import static org.consentledger.query.support.Facts.revoked;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.consent.FactPages;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.support.QueryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CensusTest {

    private static final String LETTERS = "business-notices";
    private static final String CALLS = "calls";
    private static final int PEOPLE = 30;
    private static final int DAYS = 400;
    private static final Instant NEW_YEAR = at("2017-01-01");

    private final QueryService service = QueryService.on(LedgerDatabase.fresh(), "query.census.interval=100ms");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatIsInForceIsToldByPurpose() {
        service.recorder()
                .record(
                        notice("2016-10", "2016-10-01", false, CALLS),
                        given("planted-anna", LETTERS, "2016-11-01"),
                        given("planted-anna", CALLS, "2016-11-01"),
                        given("planted-bert", LETTERS, "2016-11-01"),
                        given("planted-carl", LETTERS, "2016-11-01", "2016-12-01"),
                        refused("planted-dora", LETTERS, "2016-11-01"));

        await().untilAsserted(() -> assertThat(gauge(LETTERS)).isEqualTo(2));
        assertThat(gauge(CALLS)).isEqualTo(1);

        service.recorder().record(revoked("planted-anna", "*", "2016-12-01"), erased("planted-bert", "2016-12-02"));

        await().untilAsserted(() -> assertThat(gauge(LETTERS)).isZero());
        assertThat(gauge(CALLS)).isZero();
    }

    @Test
    void timeAloneEndsAConsentAndBeginsOne() throws InterruptedException {
        record(
                notice("2016-10", "2016-10-01", false),
                given("planted-anna", LETTERS, "2016-11-01", "2016-12-01"),
                given("planted-bert", LETTERS, "2016-12-03"));

        var november = take(null, at("2016-11-30"));
        var theEnd = take(november, at("2016-12-01"));
        var december = take(theEnd, at("2016-12-03"));

        assertThat(november.inForce()).containsEntry(LETTERS, 1L);
        assertThat(november.ahead()).hasSize(1);
        assertThat(theEnd.inForce()).containsEntry(LETTERS, 0L);
        assertThat(december.inForce()).containsEntry(LETTERS, 1L);
        assertThat(december.ahead()).isEmpty();
    }

    @Test
    void aNoticeThatAsksAgainNeedsAWholeCount() throws InterruptedException {
        record(
                notice("2016-10", "2016-10-01", false),
                notice("2017-01", "2017-01-01", true),
                given("planted-anna", LETTERS, "2016-11-01"));
        var before = take(null, NEW_YEAR.minusSeconds(1));

        assertThat(before.leadsTo(before.position(), NEW_YEAR.minusMillis(1), before.table(), before.catalogue()))
                .isTrue();
        assertThat(before.leadsTo(before.position(), NEW_YEAR, before.table(), before.catalogue()))
                .isFalse();
        assertThat(before.inForce()).containsEntry(LETTERS, 1L);
        assertThat(inForce(take(before, NEW_YEAR))).isEmpty();
    }

    /** Late words, words about the future, words about everything, erasures; whatever comes, to go on is to count anew. */
    @Test
    void goingOnFromOneCountToTheNextIsCountingEverything() throws InterruptedException {
        var random = new Random(7);
        record(notice("2016-10", "2016-10-01", false, CALLS), notice("2017-10", "2017-10-25", true, CALLS));
        @Nullable Census latest = null;
        for (var day = 20; day <= DAYS; day += 20) {
            for (var i = 0; i < 25; i++) {
                service.recorder().record(anything(random));
            }
            caughtUp();
            var now = at("2016-10-01").plus(Duration.ofDays(day));

            latest = take(latest, now);

            var whole = take(null, now);
            assertThat(inForce(latest)).as("day %s", day).isEqualTo(inForce(whole));
            assertThat(latest.ahead()).as("day %s", day).isEqualTo(whole.ahead());
            // by then enough has been said of these days
            if (day >= DAYS / 2 && day < DAYS) {
                assertThat(inForce(latest)).as("day %s", day).containsKeys(LETTERS, CALLS);
            }
        }
        assertThat(inForce(take(latest, at("2017-11-05")))).isEmpty();
    }

    @Test
    void otherTablesNeedAWholeCount() throws InterruptedException {
        record(notice("2016-10", "2016-10-01", false), given("planted-anna", LETTERS, "2016-11-01"));
        var before = take(null, NEW_YEAR);

        assertThat(service.manage("POST", "/actuator/projections/consents").status())
                .isBetween(200, 299);
        await().until(() -> service.bean(FactPages.class).table() != before.table());

        var after = take(before, NEW_YEAR);
        assertThat(before.leadsTo(after.position(), NEW_YEAR, after.table(), after.catalogue()))
                .isFalse();
        assertThat(inForce(after)).isEqualTo(Map.of(LETTERS, 1L));
    }

    @Test
    void aCountThatIsStoppedHasNoResult() throws InterruptedException {
        record(notice("2016-10", "2016-10-01", false), given("planted-anna", LETTERS, "2016-11-01"));

        assertThat(taker(NEW_YEAR).take(null, time -> false)).isNull();
    }

    private static LedgerEvent anything(Random random) {
        var who = "planted-" + random.nextInt(PEOPLE);
        var purpose = random.nextBoolean() ? LETTERS : CALLS;
        var day = random.nextInt(DAYS);
        var at = at("2016-10-01").plus(Duration.ofDays(day)).toString();
        var until = at("2016-10-01").plus(Duration.ofDays(day + 1 + random.nextInt(90)));
        var kind = random.nextInt(100);
        if (kind < 2) {
            return erased(who, at);
        }
        if (kind < 10) {
            return revoked(who, "*", at);
        }
        if (kind < 25) {
            return revoked(who, purpose, at);
        }
        if (kind < 35) {
            return refused(who, purpose, at);
        }
        return kind < 60 ? given(who, purpose, at, until.toString()) : given(who, purpose, at);
    }

    private void record(LedgerEvent... events) {
        service.recorder().record(events);
        caughtUp();
    }

    private void caughtUp() {
        assertThat(service.get("/v1/subjects/planted-nobody/consents").status()).isBetween(200, 404);
    }

    private Census take(@Nullable Census before, Instant now) throws InterruptedException {
        var taken = taker(now).take(before, time -> true);
        assertThat(taken).isNotNull();
        return taken;
    }

    private CensusTaker taker(Instant now) {
        return new CensusTaker(
                service.bean(FactPages.class),
                service.bean(ProjectionPositions.class),
                service.bean(CatalogueReader.class),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, Long> inForce(Census census) {
        return census.inForce().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private double gauge(String purpose) {
        return service.bean(MeterRegistry.class)
                .get("ledger.consents.in.force")
                .tag("purpose", purpose)
                .gauge()
                .value();
    }
}
