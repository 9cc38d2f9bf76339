package org.consentledger.command.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.consentledger.command.http.CommandAnswer;
import org.consentledger.command.http.CommandController;
import org.consentledger.command.http.CommandEndpoint;
import org.consentledger.command.http.CommandIntake;
import org.consentledger.command.http.IdempotencyKey;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;

@CommandController
@Requires(Scope.SUBJECT_ERASE)
@Tag(name = "Erasure", description = "Forgetting a person, and the legal holds that make it wait")
class ErasureController {

    private final CommandIntake intake;

    ErasureController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("erase-subject")
    @Operation(
            summary = "Make a person's data unreadable for good",
            description =
                    "Destroys the key that all personal data of the person are encrypted with. Cannot be undone. From then"
                            + " on transfers are refused with SUBJECT_ERASED; a consent given later begins a new subject that"
                            + " nothing leads back from. While a legal hold is in force the answer is 202: the erasure waits"
                            + " until it ends and is then carried out without another request.")
    ResponseEntity<CommandAnswer> eraseSubject(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody EraseSubjectRequest request) {
        return intake.take("erase-subject", caller, key, request);
    }

    @CommandEndpoint("place-legal-hold")
    @Operation(
            summary = "Keep a person's data from being erased until a time",
            description = "Placed again under the same code, the hold has another reason or end.")
    ResponseEntity<CommandAnswer> placeLegalHold(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody PlaceLegalHoldRequest request) {
        return intake.take("place-legal-hold", caller, key, request);
    }

    @CommandEndpoint("release-legal-hold")
    @Operation(summary = "End a legal hold before its time")
    ResponseEntity<CommandAnswer> releaseLegalHold(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody ReleaseLegalHoldRequest request) {
        return intake.take("release-legal-hold", caller, key, request);
    }
}
