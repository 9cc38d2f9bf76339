package org.consentledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Replays")
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @Operation(
            operationId = "startReplay",
            summary = "Rebuild state from the events alone, and compare it with the projections",
            description =
                    "Of EVERYTHING, of one SUBJECT (subject or subjectId) or of one RECIPIENT; up to a position, to a"
                            + " moment of ledger time (recordedBy), or to the newest event. The answer does not wait for it: the"
                            + " header Location says where to look. One replay runs at a time, on all nodes together; others wait,"
                            + " and 503 says that too many do. It goes on when nobody looks, and gives way while events are"
                            + " recorded.")
    @PostMapping(
            path = "/v1/replays",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReplayView> startReplay(@RequestBody ReplayRequest request, Reader reader) {
        var started = replays.start(request, reader);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/replays/" + started.id()))
                .body(started);
    }

    @Operation(
            operationId = "replays",
            summary = "The replays that are known",
            description = "The newest first, without their reports; some of those that ended long ago are forgotten.")
    @GetMapping("/v1/replays")
    ReplaysView replays() {
        return new ReplaysView(replays.all());
    }

    @Operation(
            operationId = "replay",
            summary = "How a replay stands and, when it is done, what it found",
            description =
                    "While it runs: how far it is. When it is done: whether the events are those that were signed, the"
                            + " state that follows from them in numbers, and how many rows of the projections differ.")
    @GetMapping("/v1/replays/{id}")
    ReplayView replay(@PathVariable UUID id, Reader reader) {
        return replays.one(id, reader);
    }

    @Operation(
            operationId = "endReplay",
            summary = "Cancel a replay, or remove what it rebuilt",
            description = "Cancels one that waits or runs. Removes one that has ended, with everything it rebuilt.")
    @DeleteMapping("/v1/replays/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endReplay(@PathVariable UUID id) {
        replays.end(id);
    }
}
