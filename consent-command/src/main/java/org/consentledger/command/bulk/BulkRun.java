package org.consentledger.command.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.catalina.connector.ClientAbortException;
import org.consentledger.command.http.IdempotencyKey;
import org.consentledger.http.access.Caller;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemDocument;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.http.rate.RequestQuota;
import org.consentledger.http.request.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * One stream of commands. This thread takes lines; another writes answers. It ends early when the token does, when the service stops,
 * when lines do not come in time, or when the ledger cannot take a line: then lines after it must not be taken.
 */
final class BulkRun {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final LineIntake intake;
    private final BulkStreams streams;
    private final Duration patience;
    private final Clock clock;
    private final Caller caller;
    private final Function<Long, IdempotencyKey> keyOf;
    private final HttpServletRequest request;
    private final RequestQuota quota;
    private final LinesAtWork atWork;
    private final AtomicReference<@Nullable Problem> ending = new AtomicReference<>();
    private volatile boolean ledgerIsAway;

    BulkRun(
            LineIntake intake,
            BulkStreams streams,
            Duration patience,
            Clock clock,
            Caller caller,
            Function<Long, IdempotencyKey> keyOf,
            HttpServletRequest request,
            LinesAtWork atWork) {
        this.intake = intake;
        this.streams = streams;
        this.patience = patience;
        this.clock = clock;
        this.caller = caller;
        this.keyOf = keyOf;
        this.request = request;
        this.quota = RequestQuota.of(request);
        this.atWork = atWork;
    }

    /**
     * Takes all lines, from one that was read already on, and returns when all answers are written, or cannot be.
     *
     * @throws IOException if the caller has gone; what was taken is finished nevertheless
     */
    void run(LineReader.Line first, LineReader lines, AnswerWriter answers) throws IOException {
        var requestId = RequestId.of(request);
        var writing = Thread.ofVirtual().name("bulk answers").start(() -> {
            try {
                answers.writeAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            try {
                take(first, lines, answers);
            } finally {
                atWork.end();
                writing.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        var problem = ending.get();
        answers.end(problem == null ? null : ProblemDocument.of(problem, requestId));
    }

    private void take(LineReader.Line first, LineReader lines, AnswerWriter answers)
            throws IOException, InterruptedException {
        try {
            for (LineReader.@Nullable Line line = first; line != null && goesOn(answers); line = lines.next()) {
                quota.awaitRoom();
                // passed over here and not where lines are read: a stream of nothing else has its limits and its end
                // too
                if (!line.isEmpty()) {
                    take(line);
                }
            }
        } catch (ProblemException e) {
            end(e.problem());
        }
    }

    private boolean goesOn(AnswerWriter answers) throws IOException {
        if (answers.isBroken()) {
            throw new ClientAbortException("the caller takes no answers");
        }
        if (!streams.isRunning()) {
            end(Problem.of(ProblemCode.UNAVAILABLE, "the service stops"));
        }
        if (!clock.instant().isBefore(caller.expiresAt())) {
            end(Problem.of(ProblemCode.INVALID_TOKEN, "the token has expired; go on with another"));
        }
        return ending.get() == null;
    }

    /** The first reason counts. */
    private void end(Problem why) {
        ending.compareAndSet(null, why);
    }

    private void take(LineReader.Line line) throws InterruptedException {
        LineIntake.Order order;
        try {
            order = intake.read(line, keyOf);
        } catch (ProblemException e) {
            atWork.answered(intake.answer(line.number(), e.problem(), request));
            return;
        }
        var subject = order.request().subject();
        if (subject == null) {
            atWork.alone(() -> work(order));
        } else {
            atWork.about(subject, () -> work(order));
        }
    }

    /** Its key lets a line be tried again, whatever became of it. */
    private Answered work(LineIntake.Order order) {
        var pause = FIRST_PAUSE;
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (ledgerIsAway) {
                return intake.answer(order.line(), unavailable(), request);
            }
            var answer = intake.take(order, caller, request);
            if (!answer.unavailable()) {
                return answer;
            }
            if (System.nanoTime() - deadline > 0 || !streams.isRunning() || !slept(pause)) {
                ledgerIsAway = true;
                end(unavailable());
                return answer;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** One that the ledger cannot take: none after it may be begun. */
    private static Problem unavailable() {
        return Problem.of(ProblemCode.UNAVAILABLE, "the ledger cannot take a line; send it and those after it again")
                .retryAfter(1);
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
