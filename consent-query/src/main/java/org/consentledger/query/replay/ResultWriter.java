package org.consentledger.query.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.StreamedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a replay rebuilt, page by page: one is in memory, and whom it names is entered before it is written. */
@Component
class ResultWriter {

    private static final int PAGE_ROWS = 500;

    private final Replays replays;
    private final AccessLog accesses;
    private final StreamedAnswer answers;
    private final ResultRows rows;

    ResultWriter(Replays replays, AccessLog accesses, StreamedAnswer answers, ResultRows rows) {
        this.replays = replays;
        this.accesses = accesses;
        this.answers = answers;
        this.rows = rows;
    }

    /** @throws ProblemException if there is nothing to fetch: 404 */
    void require(Replay replay) {
        if (replay.state() != ReplayState.DONE) {
            throw nothing("the replay has rebuilt nothing to fetch: it is not done");
        }
        if (!replays.isWhole(replay)) {
            throw nothing("what the replay rebuilt is no longer kept; start it again");
        }
    }

    private static ProblemException nothing(String detail) {
        return new ProblemException(Problem.of(ProblemCode.NOT_FOUND, detail));
    }

    /**
     * All of it.
     *
     * @throws IOException if the caller has gone
     * @throws IllegalStateException if the service stops, or the results are removed, before everything is written
     */
    void write(Replay replay, ReplayResult result, ResultForm form, Reader reader, OutputStream out)
            throws IOException {
        var page = rows.first(replay, result, PAGE_ROWS);
        // before anything is sent: what cannot be entered is answered with a problem
        accesses.enter(reader, result.operation(), subjects(page));
        send(out, form.head(replay, result));
        var written = 0L;
        while (!page.isEmpty()) {
            if (!answers.isRunning()) {
                throw new IllegalStateException("the service stops");
            }
            var text = new StringBuilder();
            for (var row : page) {
                text.append(form.row(row, written++));
            }
            send(out, text.toString());
            page = rows.after(replay, result, page.getLast(), PAGE_ROWS);
            accesses.enter(reader, result.operation(), subjects(page));
        }
        if (!replays.isWhole(replay)) {
            throw new IllegalStateException("the results were removed while they were read");
        }
        send(out, form.foot());
    }

    private static Stream<@Nullable String> subjects(List<Map<String, @Nullable Object>> page) {
        return page.stream().map(row -> (String) row.get("subjectId"));
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
