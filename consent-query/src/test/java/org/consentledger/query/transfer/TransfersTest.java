package org.consentledger.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.consentledger.LedgerEvent;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransfersTest {

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();

    @Test
    void showsWhatBecameOfASubjectsData() {
        var permitted = ledger.record(Facts.permitted("planted-moved", "mailing-house", "2016-11-03"));
        ledger.record(Facts.transferRefused("planted-moved", "nobody", "2016-11-02"));

        var answer = service.get("/v1/subjects/planted-moved/transfers").json();

        assertThat(answer.get("subjectId").asString())
                .isEqualTo(Facts.id("planted-moved").value());
        var transfers = answer.get("transfers");
        assertThat(transfers).hasSize(2);
        var first = transfers.get(0);
        assertThat(first.get("eventId").asString()).isEqualTo(permitted);
        assertThat(first.get("type").asString()).isEqualTo("TransferPermitted");
        assertThat(first.get("subject").asString()).isEqualTo("planted-moved");
        assertThat(first.get("recipientClass").asString()).isEqualTo("SUB_SUPPLIER");
        assertThat(first.get("country").asString()).isEqualTo("IT");
        assertThat(first.get("intent").asString()).isEqualTo("AUTHORISE");
        assertThat(first.get("verdict").asString()).isEqualTo("PERMITTED");
        assertThat(first.get("dataCategories").toString()).isEqualTo("[\"contact\"]");
        assertThat(first.get("reasons")).isEmpty();
        assertThat(first.get("ground").toString())
                .isEqualTo(
                        "{\"basis\":\"CONTRACT\",\"consentEventId\":null,\"safeguard\":null,\"notice\":\"reference\","
                                + "\"noticeVersion\":\"2016-10\",\"crossBorderConsentEventId\":null}");
        assertThat(first.get("occurredAt").asString()).isEqualTo("2016-11-03T00:00:00Z");
        assertThat(first.get("reference").asString()).isEqualTo("job of planted-moved");
        var second = transfers.get(1);
        assertThat(second.get("verdict").asString()).isEqualTo("REFUSED");
        assertThat(second.get("reasons").toString()).isEqualTo("[\"CONSENT_REVOKED\",\"SAFEGUARD_MISSING\"]");
        assertThat(second.get("ground").isNull()).isTrue();
        assertThat(second.get("recipientClass").isNull()).isTrue();
        assertThat(second.get("reference").isNull()).isTrue();
    }

    @Test
    void filters() {
        ledger.record(
                Facts.permitted("planted-filtered", "mailing-house", "2016-11-01"),
                Facts.permitted("planted-filtered", "other-house", "2016-11-02"),
                Facts.transferRefused("planted-filtered", "mailing-house", "2016-11-03"));
        var path = "/v1/subjects/planted-filtered/transfers?";

        assertThat(days(service.get(path + "verdict=REFUSED"))).containsExactly(3);
        assertThat(days(service.get(path + "recipient=mailing-house"))).containsExactly(1, 3);
        assertThat(days(service.get(path + "purpose=warranty"))).containsExactly(1, 2);
        assertThat(days(service.get(path + "from=2016-11-02T00:00:00Z"))).containsExactly(2, 3);
        assertThat(days(service.get(path + "to=2016-11-02T00:00:00Z"))).containsExactly(1);
        assertThat(days(service.get(path + "from=2016-11-02T00:00:00Z&to=2016-11-02T00:00:00Z")))
                .isEmpty();
        assertThat(days(service.get("/v1/recipients/other-house/transfers?subject=planted-filtered")))
                .containsExactly(2);
        assertThat(days(service.get("/v1/recipients/other-house/transfers?subjectId=" + Facts.id("planted-filtered"))))
                .containsExactly(2);
        assertThat(days(service.get("/v1/recipients/other-house/transfers?subject=somebody")))
                .isEmpty();
    }

    @Test
    void goesThroughAListWithoutNamingTheSubjectInALink() {
        for (var day = 1; day <= 5; day++) {
            ledger.record(Facts.permitted("planted-paged", "paging-house", "2016-11-0" + day));
            ledger.record(Facts.permitted("planted-another", "paging-house", "2016-11-0" + day));
        }
        var answer =
                service.get("/v1/recipients/paging-house/transfers?limit=2&subject=planted-paged&verdict=PERMITTED");
        var seen = new ArrayList<>(days(answer));
        while (!answer.next().isEmpty()) {
            assertThat(answer.next()).doesNotContain("planted-paged");
            answer = service.ask("/v1/recipients/paging-house/transfers" + answer.next());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            seen.addAll(days(answer));
        }

        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void missesNothingWhileTransfersKeepComing() {
        var batches = 40;
        var writing = CompletableFuture.runAsync(() -> {
            for (var batch = 0; batch < batches; batch++) {
                var events = LongStream.range(0, 5)
                        .mapToObj(n -> Facts.permitted("planted-s" + n, "busy-house", "2016-11-01"))
                        .toArray(LedgerEvent[]::new);
                ledger.record(events);
            }
        });
        var seen = new ArrayList<Long>();
        var query = "?limit=7";
        while (true) {
            var wasWriting = !writing.isDone();
            var answer = wasWriting
                    ? service.ask("/v1/recipients/busy-house/transfers" + query)
                    : service.get("/v1/recipients/busy-house/transfers" + query);
            seen.addAll(positions(answer));
            if (!answer.next().isEmpty()) {
                query = answer.next();
            } else if (wasWriting) {
                // no link at the end of the list: read its last page again
                seen.removeAll(positions(answer));
            } else {
                break;
            }
        }
        writing.join();

        assertThat(seen).hasSize(batches * 5).doesNotHaveDuplicates().isSorted();
    }

    private static List<Integer> days(Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .get("transfers")
                .valueStream()
                .map(transfer ->
                        Integer.parseInt(transfer.get("occurredAt").asString().substring(8, 10)))
                .toList();
    }

    private static List<Long> positions(Response answer) {
        return answer.json()
                .get("transfers")
                .valueStream()
                .map(transfer -> transfer.get("position"))
                .map(JsonNode::asLong)
                .toList();
    }
}
