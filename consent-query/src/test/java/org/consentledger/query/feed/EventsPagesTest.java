package org.consentledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed as people read it. */
class EventsPagesTest {

    private static final QueryService SERVICE = QueryService.shared();
    private static final String HOUSE = "watched-house";

    private static String given;
    private static String refused;

    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somethingToRead() {
        SERVICE.recorder().record(Facts.recipient(HOUSE));
        for (var i = 1; i <= 28; i++) {
            SERVICE.recorder().record(Facts.permitted("planted-watched", HOUSE, "2016-11-%02d".formatted(i)));
        }
        given = SERVICE.recorder().record(Facts.given("planted-watched", "watched-notices", "2016-11-02"));
        SERVICE.recorder().record(Facts.given("planted-also-watched", "watched-notices", "2016-11-02"));
        refused = SERVICE.recorder().record(Facts.transferRefused("planted-watched", HOUSE, "2016-12-05"));
    }

    @ParameterizedTest
    @CsvSource({"NEWEST", "OLDEST"})
    void everyEventIsListedOnceWhicheverComesFirst(String order) {
        var expected = SERVICE.get("/v1/events?recipient=" + HOUSE)
                .json()
                .get("events")
                .valueStream()
                .map(event -> "p-" + event.get("position").asString())
                .toList();
        var found = new ArrayList<String>();
        for (var path = "/events?recipient=" + HOUSE + "&order=" + order; !path.isEmpty(); ) {
            var page = site.page(path);
            found.addAll(page.select(".events details").eachAttr("id"));
            path = page.select("a[rel=next]").attr("href");
        }

        assertThat(found).hasSize(30).isEqualTo(order.equals("OLDEST") ? expected : expected.reversed());
    }

    @Test
    void eachOpensAndLeadsToItsReceiptAndItsProof() {
        assertThat(SERVICE.ask("/v1/receipts/" + given).status()).isEqualTo(200);
        var page = site.page("/events?purpose=watched-notices&subjectId=" + Facts.id("planted-watched"));
        var event = page.select(".events li");

        assertThat(event).hasSize(1);
        assertThat(event.select("summary").text()).contains("Consent given", "planted-watched");
        assertThat(event.select(".members").text())
                .contains("purpose watched-notices", "evidence.channel", "subject planted-watched");
        assertThat(event.select(".event-ways a").eachAttr("href"))
                .contains("/v1/receipts/" + given, "/verification?event=" + given)
                .noneMatch(link -> link.startsWith("/decisions/"));
        site.assertLinksLead(page);
        var decision = site.page("/events?type=TransferRefused&recipient=" + HOUSE);
        assertThat(decision.select(".event-ways a").eachAttr("href")).contains("/decisions/" + refused);
        assertThat(Site.texts(decision, ".event-about")).isEqualTo("planted-watched");
    }

    @Test
    void theFilterStandsInTheFormAndInWhatCanBeTakenAway() {
        var page = site.page("/events?type=ConsentGiven&purpose=watched-notices&recipient=&order=OLDEST");

        assertThat(Site.texts(page, ".event-about")).isEqualTo("planted-watched\nplanted-also-watched");
        assertThat(page.select("form.fields option[selected]").eachAttr("value"))
                .containsExactly("OLDEST", "ConsentGiven");
        assertThat(page.select("#purpose").val()).isEqualTo("watched-notices");
        assertThat(page.select(".list-head a").attr("href"))
                .isEqualTo("/exports?type=ConsentGiven&purpose=watched-notices");
        assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/events");
        assertThat(site.page("/events?recipient=nobodys-own-house")
                        .select(".empty")
                        .text())
                .isEqualTo("There are no such events.");
    }

    @Test
    void theListGoesOnFromAPosition() {
        var page = site.page("/events?order=OLDEST&after=0");

        assertThat(page.select(".events details").first().id()).isEqualTo("p-1");
        assertThat(page.text()).contains("After position 0.");
        var last = site.page("/events?before=1");
        assertThat(last.select(".events details").eachAttr("id")).containsExactly("p-0");
        assertThat(last.select("a[rel=next]")).isEmpty();
    }

    @Test
    void aSubjectIsNamedInTheBodyAndTheRestOfTheFilterStays() {
        var answer = site.post(
                "/events", "subject", "planted-watched", "type", "ConsentGiven", "purpose", "", "order", "OLDEST");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .endsWith("/events?type=ConsentGiven&subjectId=" + Facts.id("planted-watched") + "&order=OLDEST");
        assertThat(site.post("/events", "subject", "planted-nobody-watched").status())
                .isEqualTo(404);
    }

    @Test
    void ofSomebodyErasedThePseudonymStays() {
        SERVICE.recorder().record(Facts.given("planted-unwatched", "watched-no-more", "2016-11-02"));
        SERVICE.recorder().record(Facts.erased("planted-unwatched", "2016-12-01"));

        var page = site.page("/events?purpose=watched-no-more");

        assertThat(page.select(".events").text())
                .doesNotContain("planted-unwatched")
                .contains(Facts.id("planted-unwatched").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=ConsentTaken",
                "order=RANDOM",
                "order=OLDEST&before=3",
                "after=3",
                "before=-1",
                "recipient=No%20Code",
                "subject=planted-watched"
            })
    void whatIsWrongIsSaid(String query) {
        assertThat(site.problem("/events?" + query, 422).select(".faults li")).hasSize(1);
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/events?type=ConsentGiven").text())
                .contains("Consenso dato", "I più recenti per primi", "Che cosa fu registrato")
                .doesNotContain("Consent given");
    }
}
