package org.consentledger.bench.baseline.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.bench.baseline.Accepted;
import org.consentledger.notice.Notice;
import org.consentledger.notice.PublishNotice;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RegisterRecipient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogueController {

    private final CommandGateway commands;

    CatalogueController(CommandGateway commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/commands/publish-notice")
    ResponseEntity<Accepted> publishNotice(@RequestBody Notice notice) {
        return commands.<Accepted>sendAndWait(new PublishNotice(notice)).answer();
    }

    @PostMapping("/v1/commands/register-recipient")
    ResponseEntity<Accepted> registerRecipient(@RequestBody Registration body) {
        return commands.<Accepted>sendAndWait(
                        new RegisterRecipient(body.recipient(), body.name(), body.recipientClass(), body.country()))
                .answer();
    }

    record Registration(
            String recipient,
            String name,
            @JsonProperty("class") RecipientClass recipientClass,
            String country) {}
}
