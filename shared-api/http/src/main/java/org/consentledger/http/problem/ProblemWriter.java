package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.http.request.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems as {@code application/problem+json}, whatever the request accepts; as a page where a {@link ProblemPage}
 * says that a person reads it.
 */
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;
    private final Supplier<Stream<ProblemPage>> pages;
    private final Supplier<Stream<ProblemWatch>> watches;

    /** Writes JSON alone. */
    public ProblemWriter(JsonMapper json) {
        this(json, Stream::empty, Stream::empty);
    }

    /**
     * Pages and watches are asked for with each problem: they may need what itself needs this writer.
     *
     * @param pages tell problems to people
     * @param watches learn of all that is answered
     */
    ProblemWriter(JsonMapper json, Supplier<Stream<ProblemPage>> pages, Supplier<Stream<ProblemWatch>> watches) {
        this.json = json;
        this.pages = pages;
        this.watches = watches;
    }

    /** Replaces whatever was about to be answered; does nothing if the answer is on its way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            return;
        }
        watches.get().forEach(watch -> watch.answered(problem));
        response.resetBuffer();
        var id = RequestId.of(request);
        response.setStatus(problem.status());
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::setHeader);
        var page = page(request, response, problem, id);
        var body = page.map(html -> html.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> json.writeValueAsBytes(ProblemDocument.of(problem, id)));
        response.setContentType(page.isPresent() ? "text/html;charset=UTF-8" : "application/problem+json");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException e) {
            LOG.debug("the caller of request {} has gone", id, e);
        }
    }

    /** A page that cannot be made must not keep the problem from whoever waits for it. */
    private Optional<String> page(
            HttpServletRequest request, HttpServletResponse response, Problem problem, String requestId) {
        try {
            return pages.get()
                    .flatMap(page -> page.of(request, response, problem, requestId).stream())
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.error("a problem cannot be shown as a page", LoggedFailure.of(e));
            return Optional.empty();
        }
    }
}
