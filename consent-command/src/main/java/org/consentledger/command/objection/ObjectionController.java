package org.consentledger.command.objection;

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
        value = Scope.CONSENT_WRITE,
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
@Tag(name = "Objection", description = "Opting out of purposes that do not rest on consent")
class ObjectionController {

    private final CommandIntake intake;

    ObjectionController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("object-to-processing")
    @Operation(summary = "Record that a person objected, also by a browser's signal such as Sec-GPC")
    ResponseEntity<CommandAnswer> objectToProcessing(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody ObjectToProcessingRequest request) {
        return intake.take("object-to-processing", caller, key, request);
    }

    @CommandEndpoint("withdraw-objection")
    @Operation(summary = "Record that a person took an objection back")
    ResponseEntity<CommandAnswer> withdrawObjection(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody WithdrawObjectionRequest request) {
        return intake.take("withdraw-objection", caller, key, request);
    }
}
