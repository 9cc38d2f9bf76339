package org.consentledger.query.replay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.StreamedAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a result as a file, to programs and to browsers alike. */
@Component
class ResultFiles {

    private final Replays replays;
    private final ResultWriter writer;
    private final StreamedAnswer answers;
    private final JsonMapper json;

    ResultFiles(Replays replays, ResultWriter writer, StreamedAnswer answers, JsonMapper json) {
        this.replays = replays;
        this.writer = writer;
        this.answers = answers;
        this.json = json;
    }

    /** What kind of file. */
    enum Format {
        JSON,
        CSV
    }

    /**
     * Streams all of it.
     *
     * @throws ProblemException if there is no such replay, or nothing to fetch of it: 404
     * @throws IOException if the caller has gone
     */
    void answer(
            UUID id,
            ReplayResult result,
            Format format,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var form = form(format);
        var replay = replays.known(id);
        writer.require(replay);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"replay-%s-%s.%s\"".formatted(id, result.title(), form.extension()));
        answers.export(form.type(), out -> writer.write(replay, result, form, reader, out), request, response);
    }

    private ResultForm form(Format format) {
        return switch (format) {
            case JSON -> new ResultForm.Json(json);
            case CSV -> new ResultForm.Csv(json);
        };
    }
}
