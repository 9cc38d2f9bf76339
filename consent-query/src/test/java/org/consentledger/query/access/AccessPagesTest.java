package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessPagesTest {

    private static final QueryService SERVICE = QueryService.shared();
    private static final String SUBJECT = "planted-looked-at";

    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somebodyLooks() {
        SERVICE.recorder().record(Facts.given(SUBJECT, "business-notices", "2016-11-02"));
        SERVICE.get("/v1/subjects/" + SUBJECT + "/consents");
        for (var i = 0; i < 55; i++) {
            Asking.asAuditor(SERVICE).askBecause("visit " + i, "/v1/subjects/" + SUBJECT + "/consents");
        }
    }

    @Test
    void theNewestComesFirst() {
        var page = site.page("/accesses?subjectId=" + Facts.id(SUBJECT));

        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("tbody tr").first().text()).contains("somebody by test-client", "consents", "visit 54");
        assertThat(page.select("tbody a").attr("href")).isEqualTo("/subjects/" + Facts.id(SUBJECT));
        var older = site.page(page.select("a[rel=next]").attr("href"));
        assertThat(older.select("tbody tr").first().text()).contains("visit 4");
        assertThat(older.select("a[rel=next]")).isEmpty();
    }

    @Test
    void theyAreFiltered() {
        assertThat(site.page("/accesses?client=nobody-at-all").select(".empty").text())
                .isEqualTo("There are no such accesses.");
        assertThat(site.page("/accesses?client=test-client&from=2001-01-01&to=2001-01-02")
                        .select(".empty"))
                .hasSize(1);
        assertThat(site.problem("/accesses?from=2002-01-01&to=2001-01-02", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("to");
    }

    @Test
    void aReferenceLeadsToAPseudonymAndThatIsAnAccess() {
        var answer = site.post("/accesses", "subject", SUBJECT);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/accesses?subjectId=" + Facts.id(SUBJECT));
        assertThat(Asking.asAuditor(SERVICE)
                        .ask("POST /accesses subject=" + SUBJECT, Reader.PURPOSE_HEADER, "who looked")
                        .entries())
                .containsExactly("test-client somebody accesses " + Facts.id(SUBJECT) + " who looked");
        assertThat(site.post("/accesses", "subject", "planted-never-seen").status())
                .isEqualTo(404);
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/accesses").text())
                .contains("Registro degli accessi", "Dati di chi")
                .doesNotContain("Whose data");
    }
}
