package org.consentledger.command.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.consentledger.command.http.CommandAnswer;
import org.consentledger.command.http.CommandController;
import org.consentledger.command.http.CommandCounter;
import org.consentledger.command.http.CommandEndpoint;
import org.consentledger.command.http.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;

@CommandController
@Tag(name = "Consent", description = "What a person says yes or no to, purpose by purpose")
class ConsentController {

    private final CommandCounter counter;

    ConsentController(CommandCounter counter) {
        this.counter = counter;
    }

    @CommandEndpoint("give-consent")
    @Operation(summary = "Record that a person consented to purposes of a notice")
    ResponseEntity<CommandAnswer> giveConsent(
            @Parameter(hidden = true) IdempotencyKey key, @RequestBody GiveConsentRequest request) {
        return counter.take("give-consent", key, request);
    }

    @CommandEndpoint("refuse-consent")
    @Operation(summary = "Record that a person was asked and said no")
    ResponseEntity<CommandAnswer> refuseConsent(
            @Parameter(hidden = true) IdempotencyKey key, @RequestBody RefuseConsentRequest request) {
        return counter.take("refuse-consent", key, request);
    }

    @CommandEndpoint("revoke-consent")
    @Operation(
            summary = "Record that a person took consent back",
            description =
                    "Accepted whether or not a consent is known yet. The single purpose * ends every consent of an "
                            + "earlier world time, those that arrive later included.")
    ResponseEntity<CommandAnswer> revokeConsent(
            @Parameter(hidden = true) IdempotencyKey key, @RequestBody RevokeConsentRequest request) {
        return counter.take("revoke-consent", key, request);
    }
}
