package org.consentledger.acceptance.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard of {@code deploy/grafana}. */
record Dashboard(Path file, JsonNode json) {

    static final Path GRAFANA = Path.of("..", "grafana");

    /** What a panel draws, with the name of its series. */
    record Target(String expression, String legend) {

        /** As Grafana would send it, for a window of rates that holds some scrapes. */
        String sent() {
            return expression.replace("$__rate_interval", "5m");
        }
    }

    /** One panel. */
    record Panel(JsonNode json) {

        String type() {
            return json.path("type").asString();
        }

        String title() {
            return json.path("title").asString();
        }

        boolean isRow() {
            return type().equals("row");
        }

        String unit() {
            return json.at("/fieldConfig/defaults/unit").asString("");
        }

        List<Target> targets() {
            return json.path("targets")
                    .valueStream()
                    .map(target -> new Target(
                            target.path("expr").asString(),
                            target.path("legendFormat").asString()))
                    .toList();
        }

        int place(String coordinate) {
            return json.at("/gridPos/" + coordinate).asInt();
        }

        boolean overlaps(Panel other) {
            return place("x") < other.place("x") + other.place("w")
                    && other.place("x") < place("x") + place("w")
                    && place("y") < other.place("y") + other.place("h")
                    && other.place("y") < place("y") + place("h");
        }

        @Override
        public String toString() {
            return title();
        }
    }

    static Stream<Dashboard> all() {
        return Alert.filesOf(GRAFANA.resolve("dashboards")).stream()
                .map(file -> new Dashboard(file, JsonMapper.shared().readTree(file.toFile())));
    }

    /** Rows, which are headings, included. */
    List<Panel> panels() {
        return json.path("panels").valueStream().map(Panel::new).toList();
    }

    /** Panels that show something. */
    Stream<Panel> pictures() {
        return panels().stream().filter(panel -> !panel.isRow());
    }

    Stream<Target> targets() {
        return pictures().flatMap(panel -> panel.targets().stream());
    }

    String uid() {
        return json.path("uid").asString();
    }

    @Override
    public String toString() {
        return json.path("title").asString();
    }
}
