package org.consentledger.query.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.consentledger.http.concurrency.RequestPlace;
import org.consentledger.query.QueryProperties;
import org.consentledger.query.projection.LoggedCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** An answer that is written bit by bit, on the request's own virtual thread. */
@Component
public final class StreamedAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

    private static final Duration PATIENCE_OF_STOPPING = Duration.ofSeconds(1);

    private final Streams streams;
    private final Duration patience;

    StreamedAnswer(Streams streams, QueryProperties properties) {
        this.streams = streams;
        this.patience = properties.streamPatience();
    }

    /** Nobody is waited for when the service stops: a slow caller would hold it up for everybody. */
    private Duration patience() {
        return streams.isRunning() ? patience : PATIENCE_OF_STOPPING;
    }

    /** Writes the body. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @throws IOException if the caller has gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A finite answer; at most so many at a time as the settings say, and 503 for more. */
    public void export(MediaType type, Content content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Streams.Kind.EXPORT, type, content, request, response);
    }

    /**
     * An answer that goes on for as long as there is something to tell; at most so many at a time as the settings say, and
     * 503 for more.
     */
    public void live(MediaType type, Content content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Streams.Kind.LIVE, type, content, request, response);
    }

    /** Whether an answer may go on; not when the service stops. */
    public boolean isRunning() {
        return streams.isRunning();
    }

    void write(
            Streams.Kind kind,
            MediaType type,
            Content content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (var _ = streams.take(kind)) {
            // streams are counted by their own kind, and would take the places of all other requests for ever
            RequestPlace.giveBack(request);
            response.setContentType(type.toString());
            // without a body a stream would never find out that its caller has gone
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                content.writeTo(
                        new PacedOutput(response.getOutputStream(), this::patience, streams.requirementOf(kind)));
            }
        } catch (SlowReaderException e) {
            // it goes on where it was, if it comes back
            LOG.info("a stream of events was ended: {}", e.getMessage());
            BrokenStreams.mark(request);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            LOG.warn("a stream of events broke off: {}", LoggedCause.of(e));
            BrokenStreams.mark(request);
        }
    }
}
