package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.standalone.ReferenceData;
import org.consentledger.standalone.scenario.LedgerClient;
import org.consentledger.standalone.scenario.Scenario;
import org.consentledger.standalone.scenario.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The acceptance scenario on the reference statement, step by step over HTTP; then the same story once more. */
class ScenarioTest {

    private static RunningLedger ledger;
    private static LedgerClient client;

    @BeforeAll
    static void start() throws Exception {
        ledger = RunningLedger.start();
        client = ledger.client();
        assertThat(new ReferenceData(client).load()).isEmpty();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @TestFactory
    Stream<DynamicContainer> isToldAsExpected() {
        var story = Scenario.reference();
        return Stream.of("the first time", "again, on the ledger where it has happened")
                .map(telling -> DynamicContainer.dynamicContainer(telling, chapters(story)));
    }

    private static Stream<DynamicContainer> chapters(Scenario story) {
        return story.chapters().stream()
                .map(chapter -> DynamicContainer.dynamicContainer(
                        chapter.title(),
                        chapter.steps().stream()
                                .map(step -> DynamicTest.dynamicTest(
                                        step.say(),
                                        () -> assertThat(mismatches(step)).isEmpty()))));
    }

    private static List<String> mismatches(Step step) throws Exception {
        return step.expect().mismatches(client.play(step));
    }
}
