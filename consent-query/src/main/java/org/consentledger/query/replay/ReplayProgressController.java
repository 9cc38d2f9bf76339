package org.consentledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.QueryProperties;
import org.consentledger.query.feed.StreamedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells how a replay comes along, until it has ended. Holds no connection to the database while it waits. */
@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Replays")
class ReplayProgressController {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Marks the last event: a browser that comes back with it is told that there is nothing more. */
    private static final String END = "end";

    private final Replays replays;
    private final StreamedAnswer answers;
    private final Duration heartbeat;
    private final JsonMapper json;
    private final Clock clock;

    ReplayProgressController(
            Replays replays, StreamedAnswer answers, QueryProperties properties, JsonMapper json, Clock clock) {
        this.replays = replays;
        this.answers = answers;
        this.heartbeat = properties.streamHeartbeat();
        this.json = json;
        this.clock = clock;
    }

    @Operation(
            operationId = "replayProgress",
            summary = "How a replay comes along, as it goes",
            description =
                    "Server-sent events named progress, each of which says how the replay stands; the last says how it"
                            + " ended, and has the id \"end\". Whoever comes back with that as Last-Event-ID is answered 204, at which a"
                            + " browser stops asking.")
    @GetMapping(path = "/v1/replays/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void progress(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Pattern(regexp = END, message = "must be " + END + ", as no other event has an id") @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var first = replays.progress(id);
        if (END.equals(lastEventId) && first.state().isFinal()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var caller = Caller.current().orElseThrow();
        answers.live(MediaType.TEXT_EVENT_STREAM, out -> follow(first, caller, out), request, response);
    }

    private void follow(ReplayView first, Caller caller, OutputStream out) throws IOException {
        var shown = first;
        var silentSince = System.nanoTime();
        send(out, "retry: 2000\n\n" + event(shown));
        while (!shown.state().isFinal()
                && answers.isRunning()
                && clock.instant().isBefore(caller.expiresAt())) {
            pause();
            var now = replays.progress(shown.id());
            if (!now.equals(shown)) {
                shown = now;
                silentSince = System.nanoTime();
                send(out, event(shown));
            } else if (System.nanoTime() - silentSince >= heartbeat.toNanos()) {
                silentSince = System.nanoTime();
                send(out, ":\n\n");
            }
        }
    }

    private String event(ReplayView view) {
        return (view.state().isFinal() ? "id: " + END + "\n" : "") + "event: progress\ndata: "
                + json.writeValueAsString(view) + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void pause() throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
