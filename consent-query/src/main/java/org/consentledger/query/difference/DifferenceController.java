package org.consentledger.query.difference;

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
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.language.Language;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.transfer.TransferProjection;
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
class DifferenceController {

    private static final List<String> READS = List.of(ConsentProjection.NAME, TransferProjection.NAME);

    private final SubjectDifferences differences;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    DifferenceController(SubjectDifferences differences, ReadYourWrites readYourWrites, Clock clock) {
        this.differences = differences;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @Operation(
            operationId = "consentsDifference",
            summary = "What changed for a subject between two moments",
            description = "A moment is a world time (AsOf) and a point of the ledger's own time, a position or a time"
                    + " (KnownAt). What is left out of the second is now, and all that is known; of the first, what the"
                    + " second has. So fromAsOf alone tells what happened since, fromKnownAt alone what was learnt"
                    + " since. Sentences are in the best language of Accept-Language, English or Italian.")
    @GetMapping("/v1/subjects/{subject}/consents/difference")
    DifferenceView difference(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant fromAsOf,
            @RequestParam(required = false) @Nullable KnownAt fromKnownAt,
            @RequestParam(required = false) @Nullable Instant toAsOf,
            @RequestParam(required = false) @Nullable KnownAt toKnownAt,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Language language,
            Reader reader) {
        readYourWrites.await(minPosition, READS);
        return differences.of(
                subject, TwoMoments.of(fromAsOf, fromKnownAt, toAsOf, toKnownAt, clock.instant()), language, reader);
    }
}
