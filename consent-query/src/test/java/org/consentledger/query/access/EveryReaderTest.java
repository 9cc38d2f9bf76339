package org.consentledger.query.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whoever adds a query says here that it shows nobody's data, or has it take a {@link Reader}. */
class EveryReaderTest {

    /** What shows nobody: the catalogue, the log, in which everything personal is encrypted, and reports of numbers. */
    private static final Set<String> SHOW_NOBODY = Set.of(
            "RecipientController.recipients",
            "RecipientController.recipient",
            "NoticeController.notices",
            "NoticeController.notice",
            "TileController.checkpoint",
            "TileController.tile",
            "TileController.entries",
            "ProofController.inclusion",
            "ProofController.consistency",
            "ExportController.export",
            "RecipientReportController.report",
            "RecipientReportController.page",
            "RecipientReportController.pdf",
            "OverviewController.overview",
            "OverviewController.page",
            "OverviewController.table",
            "OverviewPages.overview",
            "OverviewPages.table",
            "OverviewPages.document",
            "RecipientReportPages.report",
            "RecipientReportPages.document",
            "RecipientReportPages.data",
            "VerificationPages.verification",
            "HomeController.home",
            "RecipientPages.all",
            "NoticePages.notices",
            "NoticePages.notice",
            "NoticePages.compare",
            "DecisionPages.explainer",
            "PreferenceController.keep",
            "SignInController.page",
            "SignInController.begin",
            "SignInController.callback",
            "SignInController.purpose",
            "SignInController.signOut",
            // pseudonyms alone
            "ReplayController.replays",
            "ReplayController.endReplay",
            "ReplayProgressController.progress",
            "ReplayPages.all",
            "ReplayPages.cancel",
            "ReplayPages.remove",
            // what is sent is entered when it is sent
            "WebhookController.createWebhook",
            "WebhookController.webhooks",
            "WebhookController.webhook",
            "WebhookController.removeWebhook",
            "WebhookController.pauseWebhook",
            "WebhookController.resumeWebhook",
            "WebhookController.replayWebhook",
            "WebhookController.replaceWebhookSecret",
            "DeadLetterController.deadLetters",
            "DeadLetterController.redeliverDeadLetter",
            "DeadLetterController.removeDeadLetter",
            // a form, without what it leads to
            "SlicePages.form");

    private final QueryService service = QueryService.shared();

    private Stream<HandlerMethod> handlers() {
        return service
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("org.consentledger.query."));
    }

    private static boolean takesReader(HandlerMethod handler) {
        return List.of(handler.getMethod().getParameterTypes()).contains(Reader.class);
    }

    private static String name(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    }

    @Test
    void whatTakesNoReaderShowsNobody() {
        assertThat(handlers().filter(handler -> !takesReader(handler)).map(EveryReaderTest::name))
                .containsExactlyInAnyOrderElementsOf(SHOW_NOBODY);
    }

    /** So each of them is one of those that {@link AccessLogTest} asks. */
    @Test
    void whatTakesOneIsAnOperationOfTheLog() {
        var operations = handlers()
                .filter(EveryReaderTest::takesReader)
                .map(handler -> handler.getMethodAnnotation(Operation.class))
                .flatMap(Stream::ofNullable)
                .map(Operation::operationId)
                .collect(toCollection(HashSet::new));

        // nobody asks for it: the service sends it
        operations.add(ReadOperation.WEBHOOK_DELIVERY.id());
        assertThat(operations)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ReadOperation.values()).map(ReadOperation::id).toList());
    }

    @Test
    void theDescriptionSaysWhoHasToSayWhy() {
        var required = new TreeSet<String>();
        var optional = new TreeSet<String>();
        var operations = service.ask("/v1/openapi.json")
                .json()
                .get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
        for (var operation : operations) {
            var headers = Stream.ofNullable(operation.get("parameters"))
                    .flatMap(JsonNode::valueStream)
                    .filter(parameter -> parameter.get("name").asString().equals(Reader.PURPOSE_HEADER))
                    .toList();
            assertThat(headers).hasSizeLessThan(2);
            headers.forEach(header -> {
                assertThat(header.get("in").asString()).isEqualTo("header");
                assertThat(header.at("/schema/maxLength").asInt()).isEqualTo(200);
                (header.path("required").asBoolean() ? required : optional)
                        .add(operation.get("operationId").asString());
            });
        }

        assertThat(required)
                .containsExactlyInAnyOrder(
                        "history",
                        "events",
                        "exportEvents",
                        "accesses",
                        "accessesOfSubject",
                        "startReplay",
                        "replay",
                        "replayConsents",
                        "replayObjections",
                        "replayTransfers",
                        "replayDifferences",
                        "subjectReport",
                        "expiring");
        assertThat(optional)
                .containsExactlyInAnyOrder(
                        "consents",
                        "consentsDifference",
                        "decision",
                        "decisionExplanation",
                        "receipt",
                        "transfersOfSubject",
                        "transfersToRecipient");
    }
}
