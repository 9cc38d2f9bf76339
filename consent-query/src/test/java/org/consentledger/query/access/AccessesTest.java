package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.http.access.Scope;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log, as auditors read it. */
class AccessesTest {

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared();
    }

    private static void known(String... subjects) {
        for (var subject : subjects) {
            service.recorder().record(Facts.given(subject, "business-notices", "2016-11-02"));
            service.get("/v1/recipients?limit=1");
        }
    }

    private static void read(String subject, String client, String why) {
        Asking.as(service, Map.of("client_id", client), Scope.CONSENT_READ)
                .askBecause(why, "/v1/subjects/" + subject + "/history");
        Asking.as(service, Map.of("client_id", client), Scope.AUDIT_READ)
                .askBecause(why, "/v1/subjects/" + subject + "/history");
    }

    @Test
    void tellsWhoReadWhomWhenAndWhy() {
        known("planted-watched");
        var before = Instant.now().minusSeconds(1);
        read("planted-watched", "audit-desk", "complaint 12");

        var answer = service.ask("/v1/subjects/planted-watched/accesses").json();

        assertThat(answer.get("subject").asString()).isEqualTo("planted-watched");
        assertThat(answer.get("subjectId").asString())
                .isEqualTo(Facts.id("planted-watched").value());
        assertThat(answer.get("accesses")).hasSize(1);
        var access = answer.get("accesses").get(0);
        assertThat(access.get("clientId").asString()).isEqualTo("audit-desk");
        assertThat(access.get("principal").asString()).isEqualTo("somebody");
        assertThat(access.get("subjectId")).isEqualTo(answer.get("subjectId"));
        assertThat(access.get("what").asString()).isEqualTo("history");
        assertThat(access.get("purpose").asString()).isEqualTo("complaint 12");
        assertThat(access.get("requestId").asString()).hasSize(36);
        assertThat(Instant.parse(access.get("accessedAt").asString()))
                .isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void isForAuditors() {
        for (var path : List.of("/v1/accesses", "/v1/subjects/planted-watched/accesses")) {
            assertThat(Asking.as(service, Map.of(), Scope.CONSENT_READ)
                            .askBecause("why", path)
                            .answer()
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void filters() {
        known("planted-sought", "planted-not-sought");
        read("planted-sought", "first-client", "1");
        read("planted-not-sought", "first-client", "2");
        read("planted-sought", "second-client", "3");
        var id = Facts.id("planted-sought").value();
        var times = service.ask("/v1/accesses?subjectId=" + id)
                .json()
                .get("accesses")
                .valueStream()
                .map(access -> access.get("accessedAt").asString())
                .toList();

        assertThat(times).hasSize(2);
        assertThat(whys("/v1/accesses?subjectId=" + id)).containsExactly("1", "3");
        assertThat(whys("/v1/accesses?subject=planted-sought&client=second-client"))
                .containsExactly("3");
        assertThat(whys("/v1/accesses?client=first-client")).containsExactly("1", "2");
        assertThat(whys("/v1/accesses?client=first-client&to=" + times.get(1))).containsExactly("1", "2");
        assertThat(whys("/v1/accesses?client=first-client&to=" + times.get(0))).isEmpty();
        assertThat(whys("/v1/accesses?client=second-client&from=" + times.get(1)))
                .containsExactly("3");
        assertThat(whys("/v1/subjects/planted-sought/accesses?from=%s&to=%s".formatted(times.get(0), times.get(1))))
                .containsExactly("1");
        assertThat(whys("/v1/accesses?from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(service.ask("/v1/accesses?client=%00").status()).isEqualTo(422);
        assertThat(service.ask("/v1/accesses?subject=planted-sought&subjectId=" + id)
                        .status())
                .isEqualTo(422);
    }

    private static List<String> whys(String path) {
        return accesses(service.ask(path))
                .map(access -> access.get("purpose").asString())
                .toList();
    }

    private static Stream<JsonNode> accesses(Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("accesses").valueStream();
    }

    /** Though each page is an access of its own, which the next page would have to tell. */
    @Test
    void everyListEnds() {
        known("planted-paged-through");
        for (var n = 1; n <= 5; n++) {
            read("planted-paged-through", "pager", "n" + n);
        }

        assertThat(pages("/v1/subjects/planted-paged-through/accesses", "?limit=1"))
                .containsExactly("n1", "n2", "n3", "n4", "n5");
        // those of the five pages stand there as well by now
        assertThat(pages("/v1/accesses", "?limit=2&subject=planted-paged-through"))
                .hasSize(10);
        assertThat(pages("/v1/accesses", "?limit=2&client=pager")).containsExactly("n1", "n2", "n3", "n4", "n5");
    }

    private static List<String> pages(String path, String first) {
        var whys = new ArrayList<String>();
        for (var query = first; !query.isEmpty(); ) {
            var answer = service.ask(path + query);
            accesses(answer).forEach(access -> whys.add(access.get("purpose").asString()));
            query = answer.next();
            assertThat(query).doesNotContain("planted-paged-through");
            assertThat(whys).hasSizeLessThan(100);
        }
        return whys;
    }

    @Test
    void takesNoOtherListsCursor() {
        known("planted-foreign");
        read("planted-foreign", "one", "1");
        read("planted-foreign", "two", "2");
        var next = service.ask("/v1/subjects/planted-foreign/accesses?limit=1").next();

        assertThat(service.ask("/v1/subjects/planted-foreign/accesses" + next).status())
                .isEqualTo(200);
        assertThat(service.ask("/v1/accesses" + next).status()).isEqualTo(422);
    }
}
