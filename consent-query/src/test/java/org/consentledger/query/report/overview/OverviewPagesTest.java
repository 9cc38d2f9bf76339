package org.consentledger.query.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.notice.Basis;
import org.consentledger.query.report.PdfText;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferReported;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OverviewPagesTest {

    private static final String PERIOD = "from=2016-11-01&to=2016-12-31&bucket=MONTH";
    private static final String PATH = "/overview?" + PERIOD;
    private static QueryService service;
    private static Site site;

    @BeforeAll
    static void twoMonths() {
        service = QueryService.on(LedgerDatabase.fresh());
        site = Site.of(service);
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false, "newsletter"));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(new RecipientRegistered("us-hosting", "Hosting, Inc.", RecipientClass.HOSTING_PROVIDER, "US"));
        recorder.record(
                Facts.given("planted-one", "business-notices", "2016-10-20"),
                Facts.given("planted-two", "business-notices", "2016-11-02"),
                Facts.given("planted-three", "business-notices", "2016-11-20", "2016-12-20"),
                Facts.revoked("planted-one", "business-notices", "2016-12-01"),
                Facts.given("planted-one", "newsletter", "2016-12-02"),
                Facts.permitted("planted-one", "mailing-house", "2016-11-03"),
                Facts.permitted("planted-two", "mailing-house", "2016-12-03"),
                Facts.transferRefused("planted-one", "mailing-house", "2016-12-05"),
                abroad(),
                reported(Reason.SAFEGUARD_INVALIDATED));
        service.get("/v1/reports/overview");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static Transfer toTheStates(String at) {
        return new Transfer("planted-one", "us-hosting", "warranty", List.of("contact"), Facts.at(at), null);
    }

    private static TransferPermitted abroad() {
        var safeguard = new Ground.SafeguardUsed(SafeguardKind.STANDARD_CLAUSES, "contract 5", null);
        return new TransferPermitted(
                Facts.id("planted-one"),
                toTheStates("2016-12-04"),
                new Ground(Basis.CONTRACT, null, safeguard, "reference", "2016-10", null),
                new DecidedOn(3, "0123456789abcdef"));
    }

    private static TransferReported reported(Reason finding) {
        return new TransferReported(
                Facts.id("planted-one"),
                toTheStates("2016-12-05"),
                List.of(finding),
                null,
                new DecidedOn(3, "0123456789abcdef"));
    }

    @Test
    void thePeriodStandsInLargeFigures() {
        var page = site.page(PATH);

        assertThat(page.select(".lead").text()).isEqualTo("1 Nov 2016 – 31 Dec 2016, by month");
        assertThat(Site.texts(page, ".figures > div")).isEqualTo("""
                        Consents in force at the end 21 at the beginning
                        Consents begun 3
                        Consents revoked 1revocation rate 25.0%
                        Transfers sent 4
                        Transfers refused 1
                        Reported with findings 1""");
        assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/overview");
        assertThat(page.select("#from").val()).isEqualTo("2016-11-01");
        assertThat(page.select("#to").val()).isEqualTo("2016-12-31");
        assertThat(page.select("#bucket option[selected]").val()).isEqualTo("MONTH");
    }

    @Test
    void everyPurposeIsAPictureAndATable() {
        var page = site.page(PATH);
        var card = page.select(".purpose-card").first();

        assertThat(Site.texts(page, ".purpose-card h3")).isEqualTo("business-notices\nnewsletter");
        assertThat(card.select("svg[role=img]").attr("aria-label"))
                .startsWith("business-notices: 1 in force at the beginning, 1 at the end; 2 begun, 1 revoked.");
        // one, three, one of at most three
        assertThat(card.select("path.line").attr("d")).isEqualTo("M38.0 65.3L216.0 12.0L394.0 65.3");
        assertThat(card.select("rect.flow").eachAttr("class"))
                .containsExactly("flow begun", "flow revoked", "flow ended");
        assertThat(Site.texts(page, ".purpose-card:first-child tbody tr"))
                .isEqualTo("Nov 2016 2 0 0 3 0.0%\nDec 2016 0 1 1 1 33.3%");
        assertThat(Site.texts(page, "table.whole tbody tr"))
                .isEqualTo("business-notices 1 2 1 0 1 0 0 1 33.3%\nnewsletter 0 1 0 0 0 0 0 1 0.0%");
        assertThat(page.select("table.cards tbody tr > *:not([data-label])")).isEmpty();
    }

    @Test
    void transfersAreCountedFromEverySide() {
        var page = site.page(PATH);

        assertThat(page.select(".chart svg rect.part").eachAttr("class"))
                .contains("part permitted", "part findings", "part refused");
        var tables = Site.texts(page, "section[aria-labelledby=transfers] tbody tr");
        assertThat(tables)
                .contains("Nov 2016 1 0 0 0\nDec 2016 2 1 1 1")
                .contains("sub-supplier 2 0 0 1 3", "hosting provider 1 1 1 0 2")
                .contains("Italy (IT) 2 0 0 1 3", "United States (US) 1 1 1 0 2")
                .contains("standard contractual clauses 1")
                .contains("safeguard invalidated 1");
        assertThat(Site.texts(page, "section[aria-labelledby=refusals] tbody tr"))
                .isNotEmpty();
    }

    @Test
    void itCanBeTakenAlong() {
        var page = site.page(PATH);
        site.assertLinksLead(page);

        var table = site.get("/overview.csv?" + PERIOD);
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.header("Content-Disposition")).contains("attachment; filename=\"overview.csv\"");
        assertThat(table.body())
                .contains("consents,business-notices,2016-12-01T00:00:00Z,2017-01-01T00:00:00Z,revoked,1\r\n");
        assertThat(PdfText.of(pdf("/overview.pdf?" + PERIOD))).contains("Consents and transfers", "business-notices");
    }

    private static byte[] pdf(String path) {
        var answer = service.open(path, "Accept", "*/*", "X-Purpose-Of-Access", "case 12");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var body = answer.body()) {
            return body.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPeriodInWhichNothingWasSaysSo() {
        var page = site.page("/overview?from=2001-01-01&to=2001-01-02");

        assertThat(Site.texts(page, ".empty"))
                .isEqualTo("Nobody said anything in this period, and no consent was in force.\n"
                        + "There were no transfers in this period.");
        assertThat(page.select("svg[role=img]")).isEmpty();
    }

    @Test
    void withoutAnyQuestionItIsTheLastYear() {
        assertThat(site.page("/overview").select("#bucket option[selected]").val())
                .isEqualTo("WEEK");
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        assertThat(site.problem("/overview?from=2016-01-01&to=2016-12-31&bucket=DAY", 422)
                        .select(".faults")
                        .text())
                .contains("bucket", "must be longer: the period would have more than 200 parts");
        assertThat(site.problem("/overview?from=2016-12-31&to=2016-12-30", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("to");
        assertThat(site.problem("/overview?from=2999-01-01", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("from");
    }

    @Test
    void itSpeaksItalianAndNamesNobody() {
        var page = site.inItalian().page(PATH);

        assertThat(page.text())
                .contains("Consensi in vigore alla fine", "25,0%", "fornitore di hosting", "garanzia invalidata")
                .doesNotContain("Consents", "planted-", Facts.id("planted-one").value());
    }
}
