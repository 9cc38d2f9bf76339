package org.consentledger.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.Evidence;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.junit.jupiter.api.Test;

class ReceiptPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final QueryService service = QueryService.shared();

    private Response page(LedgerEvent event) {
        var answer = service.ask("/v1/receipts/" + service.recorder().record(event), "Accept", BROWSER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void aPersonCanReadIt() {
        assertThat(page(Facts.given("planted-reader", "business-notices", "2016-11-02"))
                        .body())
                .contains("<h1>Consent was given</h1>")
                .contains("<dd>business-notices</dd>")
                .contains("<dd>2016-11-02 00:00:00 UTC</dd>")
                .contains("<dd>planted-reader</dd>")
                .contains("<dd>web form</dd>")
                .contains("<dd>Art. 6(1)(a) GDPR</dd>")
                .contains("<dd>2016-10</dd>")
                .contains("How to check this receipt")
                .doesNotContain("were erased since", "<script", "th:");
    }

    @Test
    void everyVerdictIsToldWithItsReasons() {
        assertThat(page(Facts.transferRefused("planted-reader", "nobody", "2016-11-03"))
                        .body())
                .contains("<h1>A transfer was refused</h1>", "<dd>consent revoked, safeguard missing</dd>");
    }

    @Test
    void whatUpstreamSentIsNeverMarkup() {
        assertThat(page(Facts.given("<script>alert(planted)</script>", "business-notices", "2016-11-02"))
                        .body())
                .contains("<dd>&lt;script&gt;alert(planted)&lt;/script&gt;</dd>")
                .doesNotContain("<script");
    }

    /** As an event is read once the key to its personal data is gone. */
    @Test
    void whatWasErasedIsLeftOutAndSaidToBeGone() {
        var erased = new ConsentGiven(
                Facts.id("planted-gone"),
                null,
                "business-notices",
                "reference",
                "2016-10",
                new Evidence(Channel.WEB_FORM, ConsentForm.EXPLICIT, null, null, null),
                new Giver(Giver.Kind.GUARDIAN, null, null),
                Facts.at("2016-11-02"),
                null);
        var page = page(erased);

        assertThat(page.body())
                .contains("were erased since", "<dd>guardian</dd>", "<dd>" + Facts.id("planted-gone") + "</dd>")
                .doesNotContain("<dt>Person</dt>", "<dt>Their reference</dt>", "<dt>Collected by</dt>", "null");
    }

    @Test
    void aBrowserMayStyleItAndNothingElse() {
        var answer = page(Facts.given("planted-reader", "business-notices", "2016-11-03"));

        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self';");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Vary")).contains("Accept");
        var style = service.ask("/style/ledger.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).startsWith("text/css");
        assertThat(style.body()).contains("@media print");
    }

    @Test
    void jsonIsTheDefault() {
        var path = "/v1/receipts/"
                + service.recorder().record(Facts.given("planted-reader", "business-notices", "2016-11-04"));

        for (var accepted : new String[] {"*/*", "application/json", "application/*"}) {
            assertThat(service.ask(path, "Accept", accepted).header("Content-Type"))
                    .isEqualTo("application/json");
        }
        assertThat(service.ask(path).header("Content-Type")).isEqualTo("application/json");
        assertThat(service.ask(path, "Accept", "application/xml").status()).isEqualTo(406);
    }

    @Test
    void theControllerHasItsNameAndContact() {
        try (var named = QueryService.on(
                LedgerDatabase.fresh(),
                "receipt.controller.name=Müller & Söhne",
                "receipt.controller.contact=privacy@example.com")) {
            var path = "/v1/receipts/" + named.recorder().record(Facts.recipient("first"));

            assertThat(named.ask(path, "Accept", BROWSER).body())
                    .contains("<dd>Müller &amp; Söhne</dd>", "<dd>privacy@example.com</dd>");
            assertThat(named.ask(path)
                            .json()
                            .at("/receipt/dpv:hasDataController/dpv:hasContact/0")
                            .asString())
                    .isEqualTo("privacy@example.com");
        }
    }
}
