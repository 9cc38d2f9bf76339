package org.consentledger.query.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.UUID;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(
        value = Scope.WEBHOOK_MANAGE,
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS})
@Tag(name = "Webhooks")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Operation(
            operationId = "deadLetters",
            summary = "Events that a webhook's receiver did not take",
            description = "In order of position, without what is in them.")
    @GetMapping("/v1/webhooks/{id}/dead-letters")
    ResponseEntity<DeadLettersView> deadLetters(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") @Min(-1) long after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @Parameter(hidden = true) Caller caller) {
        var page = deadLetters.page(id, after, limit, caller);
        var answer = ResponseEntity.ok();
        if (page.more()) {
            answer.header(
                    HttpHeaders.LINK,
                    Pages.nextLink(Map.of(
                            "after",
                            Long.toString(page.items().getLast().position()),
                            "limit",
                            Integer.toString(limit))));
        }
        return answer.body(new DeadLettersView(page.items()));
    }

    @Operation(
            operationId = "redeliverDeadLetter",
            summary = "Try a dead letter once more",
            description = "The answer does not wait for it. If the receiver takes it, the dead letter is gone.")
    @PostMapping("/v1/webhooks/{id}/dead-letters/{position}/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetterView redeliverDeadLetter(
            @PathVariable UUID id, @PathVariable @Min(0) long position, @Parameter(hidden = true) Caller caller) {
        return deadLetters.redeliver(id, position, caller);
    }

    @Operation(operationId = "removeDeadLetter", summary = "Forget a dead letter")
    @DeleteMapping("/v1/webhooks/{id}/dead-letters/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeDeadLetter(
            @PathVariable UUID id, @PathVariable @Min(0) long position, @Parameter(hidden = true) Caller caller) {
        deadLetters.remove(id, position, caller);
    }
}
