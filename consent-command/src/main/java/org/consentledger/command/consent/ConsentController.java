package org.consentledger.command.consent;

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
@Tag(name = "Consent", description = "What a person says yes or no to, purpose by purpose")
class ConsentController {

    private final CommandIntake intake;

    ConsentController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("give-consent")
    @Operation(summary = "Record that a person consented to purposes of a notice")
    ResponseEntity<CommandAnswer> giveConsent(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody GiveConsentRequest request) {
        return intake.take("give-consent", caller, key, request);
    }

    @CommandEndpoint("refuse-consent")
    @Operation(summary = "Record that a person was asked and said no")
    ResponseEntity<CommandAnswer> refuseConsent(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RefuseConsentRequest request) {
        return intake.take("refuse-consent", caller, key, request);
    }

    @CommandEndpoint("revoke-consent")
    @Operation(
            summary = "Record that a person took consent back",
            description =
                    "Accepted whether or not a consent is known yet. The single purpose * ends every consent of an "
                            + "earlier world time, those that arrive later included.")
    ResponseEntity<CommandAnswer> revokeConsent(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RevokeConsentRequest request) {
        return intake.take("revoke-consent", caller, key, request);
    }
}
