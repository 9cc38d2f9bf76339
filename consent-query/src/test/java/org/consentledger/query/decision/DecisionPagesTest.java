package org.consentledger.query.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.ledger.register.LegalRegisters;
import org.consentledger.notice.Basis;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Response;
import org.consentledger.query.support.Site;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecisionPagesTest {

    private static final String PURPOSE = "business-notices";

    private static final QueryService SERVICE = QueryService.shared();
    private static final Recorder LEDGER = SERVICE.recorder();
    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somebodyToSendTo() {
        LEDGER.record(Facts.recipient("asked-house"));
    }

    private static DecidedOn decidedOn() {
        return new DecidedOn(LEDGER.position(), LegalRegisters.shipped().digest());
    }

    private static Transfer transfer(String subject, String at) {
        return new Transfer(subject, "asked-house", PURPOSE, List.of("contact"), Facts.at(at), "job-7");
    }

    /** A page is of what is projected so far. */
    private static void awaitProjections() {
        SERVICE.get("/v1/subjects/planted-nobody-else/consents");
    }

    private Response ask(Site site, String subject, String asOf) {
        awaitProjections();
        return site.post(
                "/decision",
                "subject",
                subject,
                "recipient",
                "asked-house",
                "purpose",
                PURPOSE,
                "category",
                "contact",
                "asOf",
                asOf);
    }

    private Document asked(String subject, String asOf) {
        var answer = ask(site, subject, asOf);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> accesses(String subject, String what) {
        return SERVICE.jdbc()
                .sql("SELECT purpose FROM access.entry WHERE subject_id = ? AND what = ?")
                .param(Facts.id(subject).value())
                .param(what)
                .query(String.class)
                .list();
    }

    @Test
    void theFormOffersWhatTheCatalogueNamesAndIsFilledInByALink() {
        var empty = site.page("/decision");
        assertThat(empty.select("#recipient option").eachAttr("value")).contains("asked-house");
        assertThat(empty.select("#purpose option").eachAttr("value")).contains(PURPOSE);
        assertThat(empty.select("input[name=category]").eachAttr("value")).contains("contact", "orders");
        assertThat(empty.select("#answer .empty")).hasSize(1);
        assertThat(empty.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/decision");

        var id = Facts.id("planted-linked").value();
        var filled = site.page("/decision?subjectId=" + id + "&recipient=never-seen&purpose=" + PURPOSE
                + "&category=contact&category=odd&asOf=2016-11-20T00:00:00Z");
        assertThat(filled.select("#subject").val()).isEqualTo(id);
        assertThat(filled.select("#recipient option[selected]").val()).isEqualTo("never-seen");
        assertThat(filled.select("input[name=category][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("contact", "odd");
        assertThat(filled.select("#as-of").val()).isEqualTo("2016-11-20T00:00:00Z");
    }

    @Test
    void theVerdictComesFirstAndEveryRuleSaysWhatItRestsOn() {
        var consent = LEDGER.record(Facts.given("planted-asked", PURPOSE, "2016-11-02"));
        LEDGER.record(Facts.revoked("planted-asked", PURPOSE, "2016-12-01"));

        var yes = asked("planted-asked", "2016-11-20T00:00:00Z");

        assertThat(yes.select("#verdict").text()).isEqualTo("Yes, they may go.");
        assertThat(yes.select(".rules > li")).hasSize(9);
        assertThat(Site.texts(yes, ".rules > li .answer")).doesNotContain("broken");
        assertThat(yes.select("a[href=/subjects/" + Facts.id("planted-asked") + "#e-" + consent + "]"))
                .isNotEmpty();
        assertThat(yes.select("#subject").val()).isEqualTo("planted-asked");
        assertThat(yes.select(".verdict a").eachAttr("href")).containsExactly("/subjects/" + Facts.id("planted-asked"));
        assertThat(accesses("planted-asked", "decision")).containsExactly("case 12");

        var no = asked("planted-asked", "");

        assertThat(no.select("#verdict").text()).isEqualTo("No, they must not go.");
        assertThat(no.select(".reasons li").eachText()).containsExactly("consent revoked");
        assertThat(no.select(".rule.broken h3").text()).isEqualTo("5 The legal basis holds");
        assertThat(no.select(".rule.broken details[open] .state.revoked").text())
                .isEqualTo("revoked");
        assertThat(no.select(".verdict").text())
                .contains("The purpose rests on consent. The person took it back on 1 December 2016");
    }

    @Test
    void aPseudonymIsAsGoodAndAPartIsSentToAPageThatIsThere() {
        LEDGER.record(Facts.given("planted-pseudonymous", PURPOSE, "2016-11-02"));

        var part = ask(site.with("HX-Request", "true"), Facts.id("planted-pseudonymous") + " ", "");

        assertThat(part.status()).as(part.body()).isEqualTo(200);
        assertThat(part.body()).doesNotContain("<html", "planted-pseudonymous");
        var answer = Jsoup.parse(part.body());
        assertThat(answer.select("#verdict").text()).isEqualTo("Yes, they may go.");
        assertThat(answer.select("#said[hx-swap-oob]").text()).isEqualTo("Yes, they may go. See why");
        assertThat(accesses("planted-pseudonymous", "decision")).hasSize(1);
    }

    @Test
    void ofSomebodyErasedNoMoreThanTheVerdictIsToldByTheReference() {
        LEDGER.record(Facts.given("planted-asked-erased", PURPOSE, "2016-11-02"));
        LEDGER.record(Facts.erased("planted-asked-erased", "2016-12-01"));
        var id = Facts.id("planted-asked-erased").value();

        var byReference = asked("planted-asked-erased", "");
        assertThat(byReference.select(".reasons li").eachText()).contains("the person was erased");
        assertThat(byReference.select(".note.warn").text()).startsWith("This person was erased.");
        assertThat(byReference.select(".rules")).isEmpty();
        assertThat(byReference.html()).doesNotContain(id);

        var byPseudonym = asked(id, "");
        assertThat(byPseudonym.select(".rules > li")).hasSize(9);
        assertThat(byPseudonym.select(".rule.broken").text()).contains("SubjectErased");
        assertThat(byPseudonym.html()).doesNotContain("planted-asked-erased");
    }

    @Test
    void whatIsNotKnownOrWrongIsSaid() {
        assertThat(asked("planted-never-heard-of", "").select(".note.warn").text())
                .startsWith("The ledger knows nobody of that name.");
        var withoutData = site.post(
                "/decision", "subject", "planted-s", "recipient", "asked-house", "purpose", PURPOSE, "asOf", "");
        assertThat(withoutData.status()).isEqualTo(422);
        assertThat(Jsoup.parse(withoutData.body()).select(".faults code").text())
                .isEqualTo("category");
        var future = ask(site, "planted-s", "2999-01-01T00:00:00Z");
        assertThat(future.status()).isEqualTo(422);
        assertThat(Jsoup.parse(future.body()).select(".faults code").text()).isEqualTo("asOf");
        assertThat(site.problem("/decisions/nothing", 404).select("h1")).hasSize(1);
    }

    @Test
    void aPermissionIsShownWithItsGroundAndWhetherItWouldBeGivenAgain() {
        var consent = LEDGER.record(Facts.given("planted-granted", PURPOSE, "2016-11-02"));
        var decision = LEDGER.record(new TransferPermitted(
                Facts.id("planted-granted"),
                transfer("planted-granted", "2016-11-20"),
                new Ground(Basis.CONSENT, consent, null, "reference", "2016-10", null),
                decidedOn()));
        LEDGER.record(Facts.revoked("planted-granted", PURPOSE, "2016-11-19"));
        awaitProjections();

        var page = site.page("/decisions/" + decision);

        assertThat(page.select("h1").text()).isEqualTo("It was permitted");
        assertThat(page.select("h1 + .lead").text()).contains("“asked-house”", "20 November 2016", "They may.");
        assertThat(page.select(".grounds li")).hasSizeGreaterThan(4);
        assertThat(page.select("section:has(#again-reproduced) .state").text()).isEqualTo("the same");
        var today = page.select("section:has(#again-same-time)");
        assertThat(today.select(".state").text()).isEqualTo("not the same");
        assertThat(today.text()).contains("would be refused: not the same.", "after this decision.");
        assertThat(page.select(".facts a[href$=#e-" + consent + "]")).isNotEmpty();
        assertThat(page.select("a[href=/verification?event=" + decision + "]")).hasSize(1);
        var again = page.select(".ways a").last();
        assertThat(again).isNotNull();
        assertThat(site.page(again.attr("href"))
                        .select("#recipient option[selected]")
                        .val())
                .isEqualTo("asked-house");
        assertThat(accesses("planted-granted", "decisionExplanation")).hasSize(1);
        site.assertLinksLead(page);
    }

    @Test
    void aRefusalNamesEachReasonWithItsRuleAndSpeaksItalian() {
        LEDGER.record(Facts.given("planted-denied", PURPOSE, "2016-11-02"));
        LEDGER.record(Facts.revoked("planted-denied", PURPOSE, "2016-12-01"));
        var decision = LEDGER.record(new TransferRefused(
                Facts.id("planted-denied"),
                transfer("planted-denied", "2016-12-02"),
                List.of(Reason.CONSENT_REVOKED),
                decidedOn()));
        awaitProjections();

        var page = site.page("/decisions/" + decision);
        assertThat(page.select("h1").text()).isEqualTo("It was refused");
        assertThat(page.select(".because dt").text()).isEqualTo("consent revoked CONSENT_REVOKED");
        assertThat(page.select(".because dd").text())
                .contains("The person took it back on 1 December 2016", "Rule 5: The legal basis holds", "GDPR Art. 7");

        var italian = site.inItalian().page("/decisions/" + decision);
        assertThat(italian.select("h1").text()).isEqualTo("È stato rifiutato");
        assertThat(italian.text()).contains("Oggi si deciderebbe lo stesso?", "La base giuridica è valida");
    }

    @Test
    void theDecisionOfSomebodyErasedStaysUnderThePseudonym() {
        var decision = LEDGER.record(new TransferRefused(
                Facts.id("planted-denied-erased"),
                transfer("planted-denied-erased", "2016-12-02"),
                List.of(Reason.CONSENT_MISSING),
                decidedOn()));
        LEDGER.record(Facts.erased("planted-denied-erased", "2017-01-01"));
        awaitProjections();

        var page = site.page("/decisions/" + decision);

        assertThat(page.text())
                .contains(Facts.id("planted-denied-erased").value(), "This person was erased.")
                .doesNotContain("planted-denied-erased", "job-7");
    }
}
