package org.consentledger.query.report.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.support.Facts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Timeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the figures against the rules of the timeline. What is expected is counted here in the plainest way there is: by asking
 * the rules how each subject stands, at each moment at which anybody said anything or anything ended, and just before it.
 */
class OverviewTest {

    private static final List<String> PURPOSES = List.of("newsletter", "statistics");
    private static final int SUBJECTS = 60;
    private static final Instant ASKED_AGAIN = at("2018-05-25");
    private static final Duration BEFORE = Duration.ofNanos(1_000);

    private static final Map<String, Timeline> TIMELINES = new HashMap<>();
    private static final Map<String, Instant> ERASED = new HashMap<>();
    private static final List<LedgerEvent> SAID = new ArrayList<>();
    private static final List<Instant> MOMENTS = new ArrayList<>();
    private static QueryService service;

    @BeforeAll
    static void historiesThatNobodyThoughtOf() {
        service = QueryService.on(LedgerDatabase.fresh());
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false, "newsletter", "statistics"));
        service.recorder().record(Facts.notice("2018-05", "2018-05-25", true, "newsletter", "statistics"));
        var random = new Random(20161002);
        for (var subject = 0; subject < SUBJECTS; subject++) {
            var name = "planted-history-" + subject;
            // in any order: many arrive late
            var events = new ArrayList<LedgerEvent>();
            var count = 1 + random.nextInt(9);
            for (var number = 0; number < count; number++) {
                events.add(said(name, random));
            }
            Collections.shuffle(events, random);
            if (random.nextInt(3) == 0) {
                events.add(Facts.erased(name, day(random)));
            }
            service.recorder().record(events.toArray(LedgerEvent[]::new));
            remember(Facts.id(name).value(), events);
        }
        MOMENTS.add(ASKED_AGAIN);
        Collections.sort(MOMENTS);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String day(Random random) {
        // few days, so that many things happen at the same moment, and some at the bounds of months
        return at("2017-11-01")
                .plus(Duration.ofDays(random.nextInt(40) * 10L))
                .toString()
                .substring(0, 10);
    }

    private static ConsentEvent said(String subject, Random random) {
        var purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        var day = day(random);
        return switch (random.nextInt(8)) {
            case 0 -> Facts.refused(subject, purpose, day);
            case 1 -> Facts.revoked(subject, purpose, day);
            case 2 -> Facts.revoked(subject, "*", day);
            case 3, 4 ->
                Facts.given(
                        subject,
                        purpose,
                        day,
                        at(day).plus(Duration.ofDays(10L * (1 + random.nextInt(9))))
                                .toString()
                                .substring(0, 10));
            default -> Facts.given(subject, purpose, day);
        };
    }

    private static void remember(String id, List<LedgerEvent> events) {
        var timeline = Timeline.complete();
        var number = 0;
        for (var event : events) {
            switch (event) {
                case ConsentEvent said -> {
                    timeline = timeline.with(said, "event-" + number++);
                    SAID.add(said);
                    MOMENTS.add(time(said));
                    if (said instanceof ConsentGiven given && given.validUntil() != null) {
                        MOMENTS.add(given.validUntil());
                    }
                }
                case SubjectErased erased -> {
                    ERASED.put(id, erased.erasedAt());
                    MOMENTS.add(erased.erasedAt());
                }
                default -> throw new IllegalArgumentException(event.toString());
            }
        }
        TIMELINES.put(id, timeline);
    }

    private static Instant time(SubjectEvent event) {
        return switch (event) {
            case ConsentGiven e -> e.collectedAt();
            case ConsentRefused e -> e.collectedAt();
            case org.consentledger.consent.ConsentRevoked e -> e.revokedAt();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static ConsentState state(String id, String purpose, Instant at) {
        return TIMELINES
                .get(id)
                .consent(
                        purpose,
                        at,
                        (notice, version, asOf) -> java.util.Optional.of(ASKED_AGAIN)
                                .filter(asked -> version.equals("2016-10") && !asked.isAfter(asOf)))
                .state();
    }

    private static boolean isErased(String id, Instant at) {
        return ERASED.containsKey(id) && !ERASED.get(id).isAfter(at);
    }

    private static boolean isInForce(String id, String purpose, Instant at) {
        return !isErased(id, at) && state(id, purpose, at) == ConsentState.GIVEN;
    }

    private static long inForce(String purpose, Instant at) {
        return TIMELINES.keySet().stream()
                .filter(id -> isInForce(id, purpose, at))
                .count();
    }

    /** How many consents in force came to be in a state, from a moment (inclusive) to another one (exclusive). */
    private static long turned(String purpose, Instant from, Instant to, String into) {
        return MOMENTS.stream()
                .distinct()
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .mapToLong(at -> TIMELINES.keySet().stream()
                        .filter(id -> turn(id, purpose, at).equals(into))
                        .count())
                .sum();
    }

    private static String turn(String id, String purpose, Instant at) {
        var before = isInForce(id, purpose, at.minus(BEFORE));
        var after = isInForce(id, purpose, at);
        if (before == after) {
            return "nothing";
        }
        if (after) {
            return "begun";
        }
        return isErased(id, at) ? "ERASED" : state(id, purpose, at).name();
    }

    private static long said(String purpose, Instant from, Instant to, Class<? extends ConsentEvent> kind) {
        return SAID.stream()
                .filter(kind::isInstance)
                .map(ConsentEvent.class::cast)
                .filter(event -> event.purpose().equals(purpose))
                .filter(event -> !time(event).isBefore(from) && time(event).isBefore(to))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2017-10-01T00:00:00Z&to=2019-06-01T00:00:00Z&bucket=MONTH",
                "from=2018-01-05T00:00:00Z&to=2018-07-20T12:00:00Z&bucket=WEEK",
                "from=2018-05-20T00:00:00Z&to=2018-06-01T00:00:00Z&bucket=DAY",
                "from=2018-05-25T00:00:00Z&to=2018-05-25T00:00:01Z",
                "from=2010-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=YEAR"
            })
    void everyFigureIsWhatTheRulesSay(String period) {
        var answer = service.get("/v1/reports/overview?" + period);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var overview = answer.json();

        assertThat(overview.get("consents")
                        .valueStream()
                        .map(purpose -> purpose.get("purpose").asString()))
                .containsExactlyElementsOf(PURPOSES);
        for (var purpose : overview.get("consents")) {
            var code = purpose.get("purpose").asString();
            purpose.get("parts").forEach(part -> assertFigures(code, part));
            assertFigures(code, purpose.get("whole"));
        }
    }

    private static void assertFigures(String purpose, JsonNode figures) {
        var from = Instant.parse(figures.get("from").asString());
        var to = Instant.parse(figures.get("to").asString());
        var where = purpose + " from " + from + " to " + to;
        assertThat(figures.get("inForce").asLong()).as(where).isEqualTo(inForce(purpose, to.minus(BEFORE)));
        assertThat(figures.get("inForceBefore").asLong()).as(where).isEqualTo(inForce(purpose, from.minus(BEFORE)));
        assertThat(figures.get("begun").asLong()).as(where).isEqualTo(turned(purpose, from, to, "begun"));
        assertThat(figures.get("revoked").asLong()).as(where).isEqualTo(turned(purpose, from, to, "REVOKED"));
        assertThat(figures.get("endedByRefusal").asLong()).as(where).isEqualTo(turned(purpose, from, to, "REFUSED"));
        assertThat(figures.get("expired").asLong()).as(where).isEqualTo(turned(purpose, from, to, "EXPIRED"));
        assertThat(figures.get("outdated").asLong()).as(where).isEqualTo(turned(purpose, from, to, "OUTDATED"));
        assertThat(figures.get("erased").asLong()).as(where).isEqualTo(turned(purpose, from, to, "ERASED"));
        assertThat(figures.get("given").asLong()).as(where).isEqualTo(said(purpose, from, to, ConsentGiven.class));
        assertThat(figures.get("refused").asLong()).as(where).isEqualTo(said(purpose, from, to, ConsentRefused.class));
        var ever = figures.get("inForceBefore").asLong() + figures.get("begun").asLong();
        if (ever == 0) {
            assertThat(figures.get("revocationRate").isNull()).as(where).isTrue();
        } else {
            assertThat(figures.get("revocationRate").asDouble())
                    .as(where)
                    .isEqualTo((double) figures.get("revoked").asLong() / ever);
        }
    }

    /** Otherwise the test above would hold figures that are all 0 against each other. */
    @Test
    void theHistoriesHaveEverythingInThem() {
        var from = at("2017-10-01");
        var to = at("2019-06-01");
        for (var ending : List.of("begun", "REVOKED", "REFUSED", "EXPIRED", "OUTDATED", "ERASED")) {
            assertThat(PURPOSES.stream()
                            .mapToLong(purpose -> turned(purpose, from, to, ending))
                            .sum())
                    .as(ending)
                    .isGreaterThan(1);
        }
    }

    @Test
    void theTableHasTheSameFiguresAndNamesNobody() {
        var query = "/v1/reports/overview?from=2018-01-01T00:00:00Z&to=2019-01-01T00:00:00Z&bucket=YEAR";
        var table = service.ask(query, "Accept", "text/csv");
        var inForce = inForce("newsletter", at("2019-01-01").minus(BEFORE));

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"overview.csv\"");
        assertThat(table.body())
                .startsWith("table,key,from,to,figure,value\r\n")
                .contains("consents,newsletter,2018-01-01T00:00:00Z,2019-01-01T00:00:00Z,inForce," + inForce + "\r\n")
                .doesNotContain("planted")
                .doesNotContainPattern("s-[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to=2099-01-01T00:00:00Z",
                "from=2019-01-01T00:00:00Z&to=2018-01-01T00:00:00Z",
                "from=1990-01-01T00:00:00Z&bucket=DAY",
                "bucket=HOUR"
            })
    void whatMakesNoSenseIsSaidSo(String period) {
        var answer = service.ask("/v1/reports/overview?" + period);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isIn("from", "to", "bucket");
    }
}
