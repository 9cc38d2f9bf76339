package org.consentledger.query.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final QueryService service = QueryService.shared();
    private final Site site = Site.of(service);

    private String location(String reference) {
        var answer = site.post("/search", "reference", reference);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("Location");
    }

    @Test
    void aReferenceLeadsToAPseudonym() {
        service.recorder().record(Facts.given("planted-sought", "business-notices", "2016-11-02"));
        var path = "/subjects/" + Facts.id("planted-sought");

        assertThat(location("planted-sought")).endsWith(path).doesNotContain("planted");
        assertThat(location(" planted-sought ")).endsWith(path);
        assertThat(location(Facts.id("planted-sought").value())).endsWith(path);
    }

    @Test
    void aCodeLeadsToARecipient() {
        assertThat(location("mailing-house")).endsWith("/recipients/mailing-house");
    }

    @Test
    void whoIsNotThereIsNotFound() {
        var answer = site.post("/search", "reference", "planted-nobody");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Nothing was found").doesNotContain("planted-nobody");
    }

    @Test
    void whoWasErasedIsNotFoundByTheReference() {
        service.recorder().record(Facts.given("planted-forgotten", "business-notices", "2016-11-02"));
        service.recorder().record(Facts.erased("planted-forgotten", "2017-01-01"));
        var answer = site.post("/search", "reference", "planted-forgotten");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("was erased")
                .doesNotContain(Facts.id("planted-forgotten").value());
    }

    @Test
    void theStartPageCounts() {
        service.recorder().record(Facts.given("planted-counted", "business-notices", "2016-11-02"));
        var page = site.page("/");
        assertThat(Site.texts(page, ".figures dt")).contains("Events", "Subjects", "Recipients", "Notice versions");
        assertThat(Long.parseLong(page.select(".figures dd").first().text().replace(",", "")))
                .isPositive();
    }
}
