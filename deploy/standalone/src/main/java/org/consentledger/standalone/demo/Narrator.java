package org.consentledger.standalone.demo;

import java.io.IOException;
import java.io.PrintStream;
import org.consentledger.standalone.scenario.LedgerClient;
import org.consentledger.standalone.scenario.Scenario;
import org.consentledger.standalone.scenario.Step;

/** Tells a story step by step: what people did, what the ledger was told or asked, what it answered. */
final class Narrator {

    private static final int WIDTH = 96;
    private static final String INDENT = "     ";

    private final PrintStream out;
    private final Paint paint;
    private final AnswerWords answers;
    private int steps;
    private int unexpected;

    Narrator(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
        this.answers = new AnswerWords(paint);
    }

    /** Answers the exit status. */
    int tell(Scenario scenario, LedgerClient ledger) throws IOException, InterruptedException {
        out.println(paint.title(scenario.title()));
        for (var chapter : scenario.chapters()) {
            out.println();
            out.println(paint.title(chapter.title()));
            for (var step : chapter.steps()) {
                tell(step, ledger);
            }
        }
        out.println();
        var summary = steps + " steps, " + (steps - unexpected) + " as expected, " + unexpected + " not";
        out.println(unexpected == 0 ? paint.good(summary) : paint.bad(summary));
        return unexpected == 0 ? 0 : 1;
    }

    private void tell(Step step, LedgerClient ledger) throws IOException, InterruptedException {
        steps++;
        out.println();
        out.printf("%3d. %s%n", steps, wrapped(step.say()));
        out.println(INDENT + paint.aside(wrapped(StepWords.of(step))));
        var reply = ledger.play(step);
        out.println(INDENT + wrapped(answers.of(step, reply)));
        var mismatches = step.expect().mismatches(reply);
        mismatches.forEach(mismatch -> out.println(INDENT + paint.bad("not as expected: ") + mismatch));
        if (!mismatches.isEmpty()) {
            unexpected++;
        }
    }

    private static String wrapped(String text) {
        var lines = new StringBuilder();
        var column = INDENT.length();
        for (var word : text.split(" ", -1)) {
            if (column + word.length() > WIDTH) {
                lines.append('\n').append(INDENT);
                column = INDENT.length();
            } else if (!lines.isEmpty()) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
