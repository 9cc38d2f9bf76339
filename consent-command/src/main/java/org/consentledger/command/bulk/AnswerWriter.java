package org.consentledger.command.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.catalina.connector.ClientAbortException;
import org.consentledger.http.problem.ProblemDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers in the order of their lines, and now and then how far it is. When they cannot be written any more it goes on taking
 * them, unwritten, so that everything that was begun comes to its end.
 */
final class AnswerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long PROGRESS_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final LinesAtWork lines;
    private final OutputStream out;
    private final JsonMapper json;
    private final Consumer<Answered> counted;
    private volatile boolean broken;
    private Count count = Count.NONE;
    private long toldNanos = System.nanoTime();

    AnswerWriter(LinesAtWork lines, OutputStream out, JsonMapper json, Consumer<Answered> counted) {
        this.lines = lines;
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.json = json;
        this.counted = counted;
    }

    /** How far it is, while lines follow. */
    record Progress(Count progress) {}

    /** The last line if every line of the body was answered, and none of them has to be sent again. */
    record Summary(Count summary) {}

    /** The last line otherwise: why there is no summary. */
    record Ended(ProblemDocument ended) {}

    /** Whether answers cannot be written any more. */
    boolean isBroken() {
        return broken;
    }

    /** Until no line follows. */
    void writeAll() throws InterruptedException {
        for (var next = next(); next != null; next = next()) {
            try {
                write(next);
            } catch (IOException e) {
                broken = true;
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Nobody else would hear of it; and whoever puts lines in would wait for ever if none were taken out any more. */
    private void failed(Throwable e) {
        broken = true;
        var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        LOG.error(
                "a stream of commands breaks off without a summary: {}",
                cause.getClass().getName());
    }

    private @Nullable CompletableFuture<Answered> next() throws InterruptedException {
        if (!lines.isAnyThere()) {
            flush();
        }
        return lines.take().orElse(null);
    }

    private void write(CompletableFuture<Answered> next) throws IOException {
        if (!next.isDone()) {
            flush();
        }
        var answer = next.join();
        counted.accept(answer);
        count = count.and(answer);
        if (!broken) {
            line(answer.json());
            tellProgress();
        }
    }

    private void tellProgress() throws IOException {
        if (System.nanoTime() - toldNanos > PROGRESS_EVERY_NANOS) {
            toldNanos = System.nanoTime();
            line(json.writeValueAsBytes(new Progress(count)));
        }
    }

    /**
     * Ends the answer. Call it when all are written.
     *
     * @throws ClientAbortException if any is not: no last line may say that every line was answered
     */
    void end(@Nullable ProblemDocument problem) throws IOException {
        if (broken) {
            throw new ClientAbortException("answers were not written");
        }
        line(json.writeValueAsBytes(problem == null ? new Summary(count) : new Ended(problem)));
        out.flush();
    }

    private void line(byte[] text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private void flush() {
        try {
            if (!broken) {
                out.flush();
            }
        } catch (IOException e) {
            broken = true;
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }
}
