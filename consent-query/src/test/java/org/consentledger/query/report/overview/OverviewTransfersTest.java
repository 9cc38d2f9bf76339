package org.consentledger.query.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.notice.Basis;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
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
import tools.jackson.databind.JsonNode;

class OverviewTransfersTest {

    private static final String PERIOD = "from=2016-11-01T00:00:00Z&to=2017-01-01T00:00:00Z&bucket=MONTH";
    private static QueryService service;

    @BeforeAll
    static void transfers() {
        service = QueryService.on(LedgerDatabase.fresh());
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(new RecipientRegistered("us-hosting", "Hosting, Inc.", RecipientClass.HOSTING_PROVIDER, "US"));
        recorder.record(Facts.permitted("planted-one", "mailing-house", "2016-11-03"));
        recorder.record(Facts.permitted("planted-two", "mailing-house", "2016-12-03"));
        recorder.record(abroad("planted-one", "2016-12-04"));
        recorder.record(reported("planted-one", "us-hosting", "2016-12-05", Reason.SAFEGUARD_INVALIDATED));
        recorder.record(reported("planted-two", "us-hosting", "2016-12-06"));
        recorder.record(Facts.transferRefused("planted-one", "nobody", "2016-11-03"));
        // outside of the period, by a microsecond and more
        recorder.record(Facts.permitted("planted-one", "mailing-house", "2016-10-31T23:59:59.999999Z"));
        recorder.record(Facts.permitted("planted-one", "mailing-house", "2017-01-01"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static TransferPermitted abroad(String subject, String at) {
        var safeguard = new Ground.SafeguardUsed(SafeguardKind.STANDARD_CLAUSES, "contract 5", null);
        return new TransferPermitted(
                Facts.id(subject),
                new Transfer(subject, "us-hosting", "warranty", List.of("contact"), Facts.at(at), null),
                new Ground(Basis.CONTRACT, null, safeguard, "reference", "2016-10", null),
                new DecidedOn(3, "0123456789abcdef"));
    }

    private static TransferReported reported(String subject, String recipient, String at, Reason... findings) {
        var ground = findings.length > 0 ? null : new Ground(Basis.CONTRACT, null, null, "reference", "2016-10", null);
        return new TransferReported(
                Facts.id(subject),
                new Transfer(subject, recipient, "warranty", List.of("contact"), Facts.at(at), null),
                List.of(findings),
                ground,
                new DecidedOn(3, "0123456789abcdef"));
    }

    private static String figures(JsonNode transfers) {
        return "%d permitted, %d reported, %d with findings, %d refused"
                .formatted(
                        transfers.get("permitted").asLong(),
                        transfers.get("reported").asLong(),
                        transfers.get("withFindings").asLong(),
                        transfers.get("refused").asLong());
    }

    @Test
    void countsWhatWentWhereAndWhy() {
        var overview = service.get("/v1/reports/overview?" + PERIOD).json();

        assertThat(figures(overview.get("transfers"))).isEqualTo("3 permitted, 2 reported, 1 with findings, 1 refused");
        assertThat(overview.get("timeline")
                        .valueStream()
                        .map(part ->
                                part.get("from").asString().substring(0, 7) + ": " + figures(part.get("transfers"))))
                .containsExactly(
                        "2016-11: 1 permitted, 0 reported, 0 with findings, 1 refused",
                        "2016-12: 2 permitted, 2 reported, 1 with findings, 0 refused");
        assertThat(overview.get("byClass")
                        .valueStream()
                        .map(group -> group.get("recipientClass").asString("unknown") + ": "
                                + figures(group.get("transfers"))))
                .containsExactly(
                        "SUB_SUPPLIER: 2 permitted, 0 reported, 0 with findings, 0 refused",
                        "HOSTING_PROVIDER: 1 permitted, 2 reported, 1 with findings, 0 refused",
                        "unknown: 0 permitted, 0 reported, 0 with findings, 1 refused");
        assertThat(overview.get("byCountry")
                        .valueStream()
                        .map(group -> group.get("country").asString("unknown")))
                .containsExactly("IT", "US", "unknown");
        assertThat(overview.get("bySafeguard").toString())
                .isEqualTo("[{\"safeguard\":\"STANDARD_CLAUSES\",\"transfers\":1}]");
        assertThat(overview.get("refusals").toString())
                .isEqualTo(
                        "[{\"reason\":\"CONSENT_REVOKED\",\"transfers\":1},{\"reason\":\"SAFEGUARD_MISSING\",\"transfers\":1}]");
        assertThat(overview.get("findings").toString())
                .isEqualTo("[{\"reason\":\"SAFEGUARD_INVALIDATED\",\"transfers\":1}]");
        assertThat(overview.get("position").asLong())
                .isEqualTo(service.recorder().position());
    }

    @Test
    void isReadInTheLanguageOfTheReader() {
        var english = service.ask("/v1/reports/overview?" + PERIOD, "Accept", "text/html");
        var italian = service.ask("/v1/reports/overview?" + PERIOD, "Accept", "text/html", "Accept-Language", "it");

        assertThat(english.body())
                .contains("<html lang=\"en\"", "Consents and transfers", "hosting provider", "United States")
                .contains("safeguard invalidated", "unknown to the ledger")
                .doesNotContain("planted", "??", "th:");
        assertThat(italian.body())
                .contains("<html lang=\"it\"", "Consensi e trasferimenti", "fornitore di hosting", "Stati Uniti")
                .contains("clausole contrattuali tipo", "lasciato l&#39;area di origine")
                .doesNotContain("planted", "??", "''");
    }
}
