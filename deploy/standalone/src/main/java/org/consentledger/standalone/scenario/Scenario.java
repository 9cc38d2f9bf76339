package org.consentledger.standalone.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** A story in chapters, each a list of steps. */
public record Scenario(String title, List<Chapter> chapters) {

    public Scenario {
        chapters = List.copyOf(chapters);
    }

    /** The story that the project ships; a ledger filled with the reference data plays it as often as one likes. */
    public static Scenario reference() {
        try (var in = Scenario.class.getResourceAsStream("/reference/scenario.yaml")) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the reference scenario");
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the reference scenario cannot be read", e);
        }
    }

    /**
     * Reads a story from YAML.
     *
     * @throws IllegalArgumentException if a step is neither a command nor a query, or has a part nobody knows
     */
    public static Scenario read(InputStream yaml) {
        return ScenarioFile.read(yaml).toScenario();
    }

    /** Every step, in the order of the story. */
    public Stream<Step> steps() {
        return chapters.stream().flatMap(chapter -> chapter.steps().stream());
    }

    /** A part of the story with a title of its own. */
    public record Chapter(String title, List<Step> steps) {

        public Chapter {
            steps = List.copyOf(steps);
        }
    }
}
