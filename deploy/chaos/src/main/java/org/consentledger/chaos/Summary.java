package org.consentledger.chaos;

import java.util.Locale;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.load.Load;

/** What callers met, as a table. */
final class Summary {

    private Summary() {}

    static String of(Ground ground, Load load) {
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "quiet: %d commands acknowledged, %d rejected, %d open%n",
                load.book().acknowledged(),
                load.book().rejected(),
                load.book().open().size()));
        table.append(String.format(
                Locale.ROOT, "    %-18s %10s %10s %10s %10s%n", "", "accepted", "503", "no answer", "cut"));
        for (var node : ground.nodes()) {
            var tally = load.tally(node);
            table.append(String.format(
                    Locale.ROOT,
                    "    %-18s %10d %10d %10d %10d%n",
                    node,
                    tally.acknowledged(),
                    tally.unavailable(),
                    tally.unanswered(),
                    node.answers().caught() + node.commits().caught()));
        }
        return table.toString().stripTrailing();
    }
}
