package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.acceptance.RunningLedger.encoded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.consentledger.decisions.DecisionTable;
import org.consentledger.decisions.DecisionTables;
import org.consentledger.decisions.GivenFact;
import org.consentledger.notice.ConsentForm;
import org.consentledger.transfer.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The decision tables, asked of the running ledger: facts become commands, the transfer is asked for, and the dry run
 * must agree with it.
 */
class DecisionTablesOverHttpTest {

    private static final Path TABLES = Path.of("../../shared-api/messages/src/test/resources/decisions");

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @TestFactory
    Stream<DynamicContainer> tables() throws IOException {
        return DecisionTables.in(TABLES).values().stream().map(DecisionTablesOverHttpTest::table);
    }

    private static DynamicContainer table(DecisionTable table) {
        var cases = new ArrayList<DynamicTest>();
        cases.add(DynamicTest.dynamicTest("its notices and recipients are known", () -> publish(table)));
        for (var i = 0; i < table.cases().size(); i++) {
            var asked = table.cases().get(i);
            var subject = "planted " + table.title() + " / " + i;
            cases.add(DynamicTest.dynamicTest(asked.name(), () -> decide(asked, subject)));
        }
        return DynamicContainer.dynamicContainer(table.title(), cases);
    }

    private static void publish(DecisionTable table) {
        table.notices().forEach(notice -> recorded(ledger.send("publish-notice", notice)));
        table.recipients().forEach(row -> {
            recorded(ledger.send(
                    "register-recipient",
                    Map.of(
                            "recipient", row.recipient(),
                            "name", String.valueOf(row.name()),
                            "class", row.recipientClass(),
                            "country", row.country())));
            for (var safeguard : row.safeguards()) {
                var body = body("recipient", row.recipient(), "kind", safeguard.kind());
                body.put("framework", safeguard.framework());
                body.put("reference", safeguard.reference());
                body.put("validFrom", safeguard.validFrom());
                body.put("validUntil", safeguard.validUntil());
                recorded(ledger.send("record-safeguard", body));
                if (safeguard.withdrawnAt() != null) {
                    var withdrawal = body("recipient", row.recipient(), "kind", safeguard.kind());
                    withdrawal.put("reference", safeguard.reference());
                    withdrawal.put("withdrawnAt", safeguard.withdrawnAt());
                    recorded(ledger.send("withdraw-safeguard", withdrawal));
                }
            }
            if (row.retiredAt() != null) {
                recorded(ledger.send(
                        "retire-recipient", body("recipient", row.recipient(), "retiredAt", row.retiredAt())));
            }
        });
    }

    private static void decide(DecisionTable.Case asked, String subject) {
        var eventIds = new ArrayList<String>();
        for (var fact : asked.given()) {
            var answer = tell(fact, subject);
            recorded(answer);
            eventIds.add(answer.at("/events/0/id").asString(""));
        }
        var transfer = body("subject", subject, "recipient", asked.transfer().to());
        transfer.put("purpose", asked.transfer().purpose());
        transfer.put("dataCategories", asked.transfer().categories());
        transfer.put("intent", "AUTHORISE");
        transfer.put("occurredAt", asked.transfer().at());
        var answer = ledger.send("record-transfer", transfer);

        assertThat(answer.status()).isEqualTo(asked.verdict() == Verdict.PERMITTED ? 201 : 403);
        expect(asked, eventIds, answer.body().path("decision"));
        expect(asked, eventIds, dryRun(asked, subject));
    }

    private static JsonNode dryRun(DecisionTable.Case asked, String subject) {
        var transfer = asked.transfer();
        var categories = transfer.categories().stream()
                .map(category -> "&category=" + encoded(category))
                .collect(Collectors.joining());
        var answer = ledger.ask("/v1/decisions?subject=" + encoded(subject) + "&recipient=" + encoded(transfer.to())
                + "&purpose=" + encoded(transfer.purpose()) + categories + "&asOf=" + transfer.at());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static void expect(DecisionTable.Case asked, List<String> eventIds, JsonNode decision) {
        assertThat(decision.path("verdict").asString(""))
                .isEqualTo(asked.verdict().name());
        assertThat(JsonMapper.shared().convertValue(decision.path("reasons"), String[].class))
                .containsExactly(asked.reasons().stream().map(Enum::name).toArray(String[]::new));
        var ground = asked.ground();
        if (ground == null) {
            assertThat(decision.path("ground").isNull()).isTrue();
            return;
        }
        assertThat(decision.at("/ground/basis").asString(""))
                .isEqualTo(ground.basis().name());
        assertThat(decision.at("/ground/notice").asString("")).isEqualTo(ground.notice());
        assertThat(decision.at("/ground/noticeVersion").asString("")).isEqualTo(ground.version());
        if (ground.consent() != null) {
            assertThat(decision.at("/ground/consentEventId").asString(""))
                    .isEqualTo(eventIds.get(ground.consent() - 1));
        }
        if (ground.safeguard() != null) {
            assertThat(decision.at("/ground/safeguard/kind").asString(""))
                    .isEqualTo(ground.safeguard().name());
        }
    }

    private static Answer tell(GivenFact fact, String subject) {
        var body = body("subject", subject, "purposes", purposes(fact));
        return switch (fact.kind()) {
            case GIVES -> {
                body.put("validUntil", fact.until());
                yield ledger.send("give-consent", asked(body, fact));
            }
            case REFUSES -> ledger.send("refuse-consent", asked(body, fact));
            case REVOKES -> ledger.send("revoke-consent", at("revokedAt", body, fact));
            case OBJECTS -> ledger.send("object-to-processing", at("objectedAt", body, fact));
            case WITHDRAWS_OBJECTION -> ledger.send("withdraw-objection", at("withdrawnAt", body, fact));
            case ERASED -> ledger.send("erase-subject", body("subject", subject, "erasedAt", fact.at()));
        };
    }

    private static Map<String, Object> asked(Map<String, Object> body, GivenFact fact) {
        var form = fact.form() == null ? ConsentForm.EXPLICIT : fact.form();
        body.put("notice", fact.notice());
        body.put("noticeVersion", fact.version());
        body.put("evidence", Map.of("channel", "PRINTED_FORM", "form", form));
        return at("collectedAt", body, fact);
    }

    private static Map<String, Object> at(String field, Map<String, Object> body, GivenFact fact) {
        body.put(field, fact.at());
        return body;
    }

    private static List<String> purposes(GivenFact fact) {
        return Stream.of(fact.gives(), fact.refuses(), fact.revokes(), fact.objects(), fact.withdrawsObjection())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Object> body(String key, Object value, String otherKey, Object otherValue) {
        var body = new LinkedHashMap<String, Object>();
        body.put(key, value);
        body.put(otherKey, otherValue);
        return body;
    }

    private static void recorded(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }
}
