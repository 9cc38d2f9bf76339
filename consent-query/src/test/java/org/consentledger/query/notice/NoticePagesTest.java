package org.consentledger.query.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.Purpose;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.recipient.RecipientClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticePagesTest {

    private static final QueryService SERVICE = QueryService.shared();

    private static final Notice FIRST = notice(
            "1",
            "2016-01-01",
            false,
            List.of(new NoticeText("en", "aa".repeat(32))),
            purpose("letters", Basis.CONSENT, List.of("contact"), null),
            purpose("old-one", Basis.CONTRACT, List.of("contact"), null),
            purpose("same-one", Basis.CONTRACT, List.of("contact"), null));

    private static final Notice SECOND = notice(
            "2",
            "2017-01-01",
            true,
            List.of(new NoticeText("en", "bb".repeat(32)), new NoticeText("it", "cc".repeat(32))),
            purpose("letters", Basis.LEGITIMATE_INTEREST, List.of("orders"), Period.ofYears(2)),
            purpose("new-one", Basis.CONSENT, List.of("contact"), null),
            purpose("same-one", Basis.CONTRACT, List.of("contact"), null));

    private final Site site = Site.of(SERVICE);

    private static Notice notice(
            String version, String from, boolean asksAgain, List<NoticeText> texts, Purpose... purposes) {
        return new Notice("compared", version, Facts.at(from), asksAgain, List.of("EEA"), texts, List.of(purposes));
    }

    private static Purpose purpose(String code, Basis basis, List<String> data, @Nullable Period validFor) {
        return new Purpose(
                code, basis, ConsentForm.EXPLICIT, data, List.of(RecipientClass.SUB_SUPPLIER), null, validFor);
    }

    @BeforeAll
    static void twoVersions() {
        SERVICE.recorder().record(new NoticePublished(FIRST));
        SERVICE.recorder().record(new NoticePublished(SECOND));
        SERVICE.get("/v1/notices");
    }

    @Test
    void everyDifferenceIsNamedField() {
        var comparison = NoticeComparison.of(FIRST, SECOND);

        assertThat(comparison.added()).extracting(Purpose::purpose).containsExactly("new-one");
        assertThat(comparison.removed()).extracting(Purpose::purpose).containsExactly("old-one");
        assertThat(comparison.unchanged()).extracting(Purpose::purpose).containsExactly("same-one");
        assertThat(comparison.changed())
                .containsExactly(new NoticeComparison.ChangedPurpose(
                        "letters",
                        List.of(
                                new NoticeComparison.Change(
                                        NoticeComparison.Field.BASIS,
                                        List.of("CONSENT"),
                                        List.of("LEGITIMATE_INTEREST")),
                                new NoticeComparison.Change(
                                        NoticeComparison.Field.DATA_CATEGORIES, List.of("contact"), List.of("orders")),
                                new NoticeComparison.Change(
                                        NoticeComparison.Field.VALID_FOR, List.of(), List.of("P2Y")))));
        assertThat(comparison.texts())
                .extracting(NoticeComparison.ChangedText::language)
                .containsExactly("en", "it");
        assertThat(comparison.isSame()).isFalse();
        assertThat(NoticeComparison.of(FIRST, FIRST).isSame()).isTrue();
    }

    @Test
    void theyAreListed() {
        var page = site.page("/notices");

        assertThat(page.select("section[aria-label=compared] tbody th").eachText())
                .containsExactly("2", "1");
        assertThat(page.select("section[aria-label=compared] .state.given")).hasSize(1);
        site.assertLinksLead(page);
    }

    @Test
    void aVersionHasItsPurposes() {
        var page = site.page("/notices/compared/2");

        assertThat(page.select("h1").text()).isEqualTo("compared 2");
        assertThat(page.select("tbody th").eachText()).containsExactly("letters", "new-one", "same-one");
        assertThat(page.select("tbody tr").first().text()).contains("legitimate interest", "sub-supplier", "P2Y");
        assertThat(page.text()).contains("no longer count: this version asks again");
        site.assertLinksLead(page);
    }

    @Test
    void aComparisonIsInPlainWords() {
        var page = site.page("/notices/compared/compare?from=1&to=2");

        assertThat(page.select(".changed").text())
                .contains(
                        "Basis consent → legitimate interest",
                        "Data now also orders ; no longer contact",
                        "nothing → P2Y");
        assertThat(page.select(".added tbody th").text()).isEqualTo("new-one");
        assertThat(page.select(".removed tbody th").text()).isEqualTo("old-one");
        assertThat(page.text()).contains("is another text", "came in with this version", "asks again");
        assertThat(site.inItalian()
                        .page("/notices/compared/compare?from=2&to=1")
                        .text())
                .contains("Finalità aggiunte", "non più", "non c'è più");
        assertThat(site.page("/notices/compared/compare?from=1&to=1").text()).contains("Both versions say the same.");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(site.problem("/notices/nothing/1", 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("NOTICE_UNKNOWN");
        assertThat(site.problem("/notices/compared/compare?from=1&to=9", 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("NOTICE_VERSION_UNKNOWN");
        assertThat(site.problem("/notices/compared/compare?from=1", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("to");
    }
}
