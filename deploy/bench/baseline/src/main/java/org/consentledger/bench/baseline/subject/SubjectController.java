package org.consentledger.bench.baseline.subject;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.LedgerCommand;
import org.consentledger.bench.baseline.Accepted;
import org.consentledger.transfer.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubjectController {

    private final CommandGateway commands;

    SubjectController(CommandGateway commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/commands/give-consent")
    ResponseEntity<Accepted> giveConsent(@RequestBody SubjectRequests.Give body) {
        return send(body.command());
    }

    @PostMapping("/v1/commands/revoke-consent")
    ResponseEntity<Accepted> revokeConsent(@RequestBody SubjectRequests.Revoke body) {
        return send(body.command());
    }

    @PostMapping("/v1/commands/record-transfer")
    ResponseEntity<Accepted> recordTransfer(@RequestBody SubjectRequests.Send body) {
        return send(body.command());
    }

    private ResponseEntity<Accepted> send(LedgerCommand command) {
        Accepted accepted = commands.sendAndWait(command);
        var decision = accepted.decision();
        return decision != null && decision.verdict() == Verdict.REFUSED
                ? ResponseEntity.status(HttpStatus.FORBIDDEN).body(accepted)
                : accepted.answer();
    }
}
