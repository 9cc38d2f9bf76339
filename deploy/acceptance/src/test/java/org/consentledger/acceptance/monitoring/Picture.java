package org.consentledger.acceptance.monitoring;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A dashboard as a page, drawn by this test of what Prometheus answers to its queries. It is no Grafana and only resembles one: it
 * shows people who have none at hand what a dashboard tells.
 */
record Picture(Dashboard dashboard, RunningPrometheus prometheus, long from, long to) {

    private static final int WIDTH = 1440;
    private static final int COLUMN = 59;
    private static final int UNIT = 27;
    private static final int POINTS = 240;

    /** With more lines than these, those that are always 0 are left out. */
    private static final int MANY = 3;

    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    private static final String STYLE = """
            * { box-sizing: border-box } body { margin: 0; padding: 12px; background: #111217; color: #ccccdc;
              font: 12px/1.3 'DejaVu Sans', sans-serif } h1 { font-size: 17px; margin: 0 0 2px }
            header { padding: 0 4px 8px; color: #8e8e99 } h1 { color: #ccccdc } main { position: relative }
            section { position: absolute; padding: 7px 9px; background: #181b1f; border: 1px solid #2c3235;
              border-radius: 3px; overflow: hidden }
            section.row { background: none; border: none; padding: 5px 2px; font-weight: bold }
            h2 { font-size: 12px; margin: 0 0 4px } text { fill: #8e8e99; font-size: 10px }
            .grid { stroke: #25282d } .threshold { stroke: #f2495c; stroke-dasharray: 5 4 }
            .legend span { margin-right: 12px; font-size: 10.5px; white-space: nowrap }
            .legend i { display: inline-block; width: 12px; height: 3px; margin-right: 4px; vertical-align: middle }
            .stat { font-size: 30px; font-weight: bold; text-align: center; padding-top: 10px }
            .bar { display: grid; grid-template-columns: 44% 1fr 60px; gap: 8px; align-items: center; margin: 5px 0 }
            .bar b { font-weight: normal; text-align: right } .bar u { height: 13px; background: #25282d }
            .bar u i { display: block; height: 13px }
            """;

    void keep(Browser browser, Path file) {
        var bottom = dashboard.panels().stream()
                .mapToInt(panel -> panel.place("y") + panel.place("h"))
                .max()
                .orElseThrow();
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, bottom * UNIT + 74))) {
            page.setContent(html(bottom));
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    private String html(int bottom) {
        var html = new StringBuilder("<!doctype html><meta charset='utf-8'><style>" + STYLE + "</style>");
        html.append("<header><h1>%s</h1>%s Drawn by a test of what Prometheus answers, not by Grafana.</header>"
                .formatted(dashboard, dashboard.json().path("description").asString()));
        html.append("<main style='height:%dpx'>".formatted(bottom * UNIT));
        for (var panel : dashboard.panels()) {
            html.append("<section class='%s' style='left:%dpx;top:%dpx;width:%dpx;height:%dpx'>"
                    .formatted(
                            panel.type(),
                            panel.place("x") * COLUMN,
                            panel.place("y") * UNIT,
                            panel.place("w") * COLUMN - 6,
                            panel.place("h") * UNIT - 6));
            html.append(content(panel)).append("</section>");
        }
        return html.append("</main>").toString();
    }

    private String content(Dashboard.Panel panel) {
        return switch (panel.type()) {
            case "row" -> escaped(panel.title());
            case "stat" -> "<h2>" + escaped(panel.title()) + "</h2>" + stat(panel);
            case "bargauge" -> "<h2>" + escaped(panel.title()) + "</h2>" + bars(panel);
            default -> "<h2>" + escaped(panel.title()) + "</h2>" + chart(panel);
        };
    }

    private String stat(Dashboard.Panel panel) {
        var value = prometheus
                .query(panel.targets().getFirst().sent())
                .getFirst()
                .at("/value/1")
                .asDouble();
        var mapped = panel.json().at("/fieldConfig/defaults/mappings/0/options/" + Math.round(value));
        var text = mapped.path("text").asString(Amount.of(value, panel.unit()));
        return "<div class='stat' style='color:%s'>%s</div>".formatted(colour(panel, value), escaped(text));
    }

    private String bars(Dashboard.Panel panel) {
        var target = panel.targets().getFirst();
        var series = prometheus.query(target.sent());
        var greatest = series.stream()
                .mapToDouble(one -> one.at("/value/1").asDouble())
                .max()
                .orElse(0);
        var bars = new StringBuilder();
        for (var one : series) {
            var value = one.at("/value/1").asDouble();
            if (value > 0 || series.size() == 1) {
                bars.append("<div class='bar'><b>%s</b><u><i style='width:%.1f%%;background:%s'></i></u>%s</div>"
                        .formatted(
                                escaped(name(target, one)),
                                greatest == 0 ? 0 : 100 * value / greatest,
                                colour(panel, value),
                                Amount.of(Math.rint(value), panel.unit())));
            }
        }
        return bars.toString();
    }

    private static String colour(Dashboard.Panel panel, double value) {
        var reached = panel.json()
                .at("/fieldConfig/defaults/thresholds/steps")
                .valueStream()
                .filter(step -> step.path("value").isNull()
                        || value >= step.path("value").asDouble())
                .map(step -> step.path("color").asString())
                .toList();
        return switch (reached.getLast()) {
            case "green" -> "#73bf69";
            case "orange" -> "#ff9830";
            default -> "#f2495c";
        };
    }

    private String chart(Dashboard.Panel panel) {
        var lines = new ArrayList<Chart.Line>();
        for (var target : panel.targets()) {
            // a window of some scrapes: they are every second here
            var query = target.expression().replace("$__rate_interval", "15s");
            for (var series : prometheus.range(query, from, to, Math.max(1, (to - from) / POINTS))) {
                lines.add(new Chart.Line(name(target, series), values(series)));
            }
        }
        if (lines.size() > MANY) {
            lines.removeIf(line -> line.values().values().stream().allMatch(value -> value == 0));
        }
        lines.removeIf(line -> line.values().isEmpty());
        var style = panel.json().at("/fieldConfig/defaults/custom");
        var limit = style.at("/thresholdsStyle/mode").asString("off").equals("line")
                ? panel.json()
                        .at("/fieldConfig/defaults/thresholds/steps/1/value")
                        .asDouble()
                : Double.NaN;
        var stacked = style.at("/stacking/mode").asString("none").equals("normal");
        var chart = new Chart(lines, panel.unit(), stacked, limit, from, to);
        return chart.svg(panel.place("w") * COLUMN - 26, panel.place("h") * UNIT - 62) + legend(lines);
    }

    private static String legend(List<Chart.Line> lines) {
        var legend = new StringBuilder("<div class='legend'>");
        for (var i = 0; i < lines.size(); i++) {
            legend.append("<span><i style='background:%s'></i>%s</span>"
                    .formatted(
                            Chart.COLOURS.get(i % Chart.COLOURS.size()),
                            escaped(lines.get(i).name())));
        }
        return legend.append("</div>").toString();
    }

    private static TreeMap<Long, Double> values(JsonNode series) {
        var values = new TreeMap<Long, Double>();
        series.path("values").forEach(point -> {
            var value = Double.parseDouble(point.path(1).asString().replace("Inf", "Infinity"));
            if (Double.isFinite(value)) {
                values.put(point.path(0).asLong(), value);
            }
        });
        return values;
    }

    private static String name(Dashboard.Target target, JsonNode series) {
        return LABEL.matcher(target.legend())
                .replaceAll(label -> series.path("metric").path(label.group(1)).asString("none"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
