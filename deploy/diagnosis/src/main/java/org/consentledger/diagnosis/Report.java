package org.consentledger.diagnosis;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The findings, for people or for machines. */
record Report(List<Finding> findings) {

    private static final String PLAIN = "\u001b[0m";
    private static final int LEVEL_WIDTH = 8;
    private static final int INDENT = LEVEL_WIDTH + 1;

    Report {
        findings = List.copyOf(findings);
    }

    long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** @param coloured whether a terminal shows it */
    void print(PrintWriter out, boolean coloured) {
        for (var finding : findings) {
            var level = finding.level();
            var word = String.format("%-" + LEVEL_WIDTH + "s", level.word());
            out.println(
                    (coloured ? level.colour() + word + PLAIN : word) + " " + finding.about() + ": " + finding.told());
            if (!finding.advice().isEmpty()) {
                out.println(" ".repeat(INDENT) + "→ " + finding.advice());
            }
        }
        out.println();
        out.println(count(Level.OK) + " ok, " + count(Level.WARNING) + " to look at, " + count(Level.WRONG) + " wrong");
    }

    /** One object: {@code findings} with level, about, told and advice, and the count of each level. */
    void printJson(PrintWriter out) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("ok", count(Level.OK)).put("warning", count(Level.WARNING)).put("wrong", count(Level.WRONG));
        var list = json.putArray("findings");
        for (var finding : findings) {
            list.addObject()
                    .put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT))
                    .put("about", finding.about())
                    .put("told", finding.told())
                    .put("advice", finding.advice());
        }
        out.println(json);
    }
}
