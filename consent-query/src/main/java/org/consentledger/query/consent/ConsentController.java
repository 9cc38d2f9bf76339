package org.consentledger.query.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.projection.ReadYourWrites;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(
        value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
@Tag(name = "Subjects")
class ConsentController {

    private final Moments moments;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    ConsentController(Moments moments, AccessLog accesses, ReadYourWrites readYourWrites, Clock clock) {
        this.moments = moments;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @Operation(
            operationId = "consents",
            summary = "How a subject stands to every purpose",
            description =
                    "At a moment of world time (asOf, default now), as far as the ledger knew it at a moment of its"
                            + " own time or at a position (knownAt, default everything). The same question about the past is"
                            + " answered the same way for ever.")
    @GetMapping("/v1/subjects/{subject}/consents")
    ConsentsView consents(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader) {
        readYourWrites.await(minPosition, List.of(ConsentProjection.NAME));
        var known = moments.of(subject, asOf == null ? clock.instant() : asOf, knownAt);
        accesses.enter(reader, ReadOperation.CONSENTS, known.subject().legibleId());
        return ConsentsView.of(subject, knownAt, known)
                .onlyFor(reader.caller().limits().to(Limit.PURPOSES));
    }
}
