package org.consentledger.query.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** No answer holds anything of anybody's data: those go to receivers, and are entered in the access log then. */
@RestController
@Requires(
        value = Scope.WEBHOOK_MANAGE,
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS})
@Tag(name = "Webhooks", description = "Events sent to receivers: signed, in order, again until they arrive")
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(
            operationId = "createWebhook",
            summary = "Have events sent to a receiver",
            description =
                    "Each is a CloudEvent of its own, POSTed in order of position and signed (Standard Webhooks). The answer has"
                            + " the secret to check signatures with, this once. With personalData the token needs audit:read too,"
                            + " and every person whose data are sent is entered in the access log. A token that is limited to"
                            + " purposes or recipients names some of those, and no others.")
    @PostMapping(
            path = "/v1/webhooks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedWebhook> createWebhook(
            @RequestBody WebhookRequest request, @Parameter(hidden = true) Caller caller) {
        var created = webhooks.create(request, caller);
        return ResponseEntity.created(
                        URI.create("/v1/webhooks/" + created.webhook().id()))
                .body(created);
    }

    @Operation(operationId = "webhooks", summary = "All webhooks, and how they stand")
    @GetMapping("/v1/webhooks")
    WebhooksView webhooks(@Parameter(hidden = true) Caller caller) {
        return new WebhooksView(webhooks.all(caller));
    }

    @Operation(operationId = "webhook", summary = "How a webhook stands")
    @GetMapping("/v1/webhooks/{id}")
    WebhookView webhook(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        return webhooks.one(id, caller);
    }

    @Operation(
            operationId = "removeWebhook",
            summary = "End a webhook",
            description = "Nothing more is sent, and its dead letters are forgotten.")
    @DeleteMapping("/v1/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWebhook(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        webhooks.remove(id, caller);
    }

    @Operation(operationId = "pauseWebhook", summary = "Send nothing until it is resumed")
    @PostMapping("/v1/webhooks/{id}/pause")
    WebhookView pauseWebhook(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        return webhooks.pause(id, caller);
    }

    @Operation(
            operationId = "resumeWebhook",
            summary = "Send again, from where it stands",
            description =
                    "Also to one whose receiver was gone; and an event that waits for another attempt is tried at once.")
    @PostMapping("/v1/webhooks/{id}/resume")
    WebhookView resumeWebhook(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        return webhooks.resume(id, caller);
    }

    @Operation(
            operationId = "replayWebhook",
            summary = "Send again what comes after a position",
            description =
                    "-1 for everything. Events keep their ids, by which a receiver knows those that it has. A position ahead"
                            + " leaves out what lies before it. Dead letters behind it are tried as everything else is.")
    @PostMapping("/v1/webhooks/{id}/replay")
    WebhookView replayWebhook(
            @PathVariable UUID id, @RequestParam @Min(-1) long after, @Parameter(hidden = true) Caller caller) {
        return webhooks.replay(id, after, caller);
    }

    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Sign with a new secret",
            description = "The one before signs beside it for a while, so that the receiver can change over.")
    @PostMapping("/v1/webhooks/{id}/secrets")
    CreatedWebhook replaceWebhookSecret(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        return webhooks.replaceSecret(id, caller);
    }
}
