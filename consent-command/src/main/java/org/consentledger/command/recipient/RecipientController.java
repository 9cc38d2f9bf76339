package org.consentledger.command.recipient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.consentledger.command.http.CommandAnswer;
import org.consentledger.command.http.CommandController;
import org.consentledger.command.http.CommandEndpoint;
import org.consentledger.command.http.CommandIntake;
import org.consentledger.command.http.IdempotencyKey;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;

@CommandController
@Requires(
        value = Scope.CATALOGUE_WRITE,
        heeds = {Limit.RECIPIENTS})
@Tag(name = "Recipient", description = "Who may receive data, and what makes a transfer abroad legitimate")
class RecipientController {

    private final CommandIntake intake;

    RecipientController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("register-recipient")
    @Operation(summary = "Name a party that may receive data")
    ResponseEntity<CommandAnswer> registerRecipient(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RegisterRecipientRequest request) {
        return intake.take("register-recipient", caller, key, request);
    }

    @CommandEndpoint("record-safeguard")
    @Operation(summary = "Put a recipient's safeguard on record", description = "A CERTIFICATION names its framework.")
    ResponseEntity<CommandAnswer> recordSafeguard(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RecordSafeguardRequest request) {
        return intake.take("record-safeguard", caller, key, request);
    }

    @CommandEndpoint("withdraw-safeguard")
    @Operation(summary = "Record that a safeguard no longer stands")
    ResponseEntity<CommandAnswer> withdrawSafeguard(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody WithdrawSafeguardRequest request) {
        return intake.take("withdraw-safeguard", caller, key, request);
    }

    @CommandEndpoint("retire-recipient")
    @Operation(summary = "Record that a party receives no data any more")
    ResponseEntity<CommandAnswer> retireRecipient(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RetireRecipientRequest request) {
        return intake.take("retire-recipient", caller, key, request);
    }
}
