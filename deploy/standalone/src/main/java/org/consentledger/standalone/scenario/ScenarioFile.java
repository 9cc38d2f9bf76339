package org.consentledger.standalone.scenario;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A scenario as it is written down: YAML, unknown keys rejected. */
record ScenarioFile(String title, List<ChapterEntry> chapters) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    static ScenarioFile read(InputStream yaml) {
        try {
            return YAML.readValue(yaml, ScenarioFile.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the scenario is not understood: " + e.getOriginalMessage(), e);
        }
    }

    Scenario toScenario() {
        return new Scenario(
                title, chapters.stream().map(ChapterEntry::toChapter).toList());
    }

    record ChapterEntry(String chapter, List<StepEntry> steps) {
        Scenario.Chapter toChapter() {
            return new Scenario.Chapter(
                    chapter, steps.stream().map(StepEntry::toStep).toList());
        }
    }

    record StepEntry(
            String say,
            @Nullable String command,
            @Nullable String idempotencyKey,
            @Nullable JsonNode body,
            @Nullable String query,
            ExpectEntry expect) {
        Step toStep() {
            if (command != null && body != null && query == null) {
                return new CommandStep(say, command, idempotencyKey, body, expect.toExpectation());
            }
            if (query != null && command == null && body == null && idempotencyKey == null) {
                return new QueryStep(say, query, expect.toExpectation());
            }
            throw new IllegalArgumentException(
                    "a step is either a command with its body, or a query; this is neither: " + say);
        }
    }

    record ExpectEntry(
            List<Integer> status,
            Expectation.@Nullable Decision decision,
            @Nullable List<String> events,
            @Nullable String code,
            @Nullable String pointer,
            @Nullable Map<String, JsonNode> json) {
        Expectation toExpectation() {
            return new Expectation(status, decision, events, code, pointer, json == null ? Map.of() : json);
        }
    }
}
