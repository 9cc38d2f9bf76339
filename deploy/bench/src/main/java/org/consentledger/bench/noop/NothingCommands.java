package org.consentledger.bench.noop;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.consentledger.command.ConsentCommand;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * consent-command with one more endpoint: it goes through the same server and filters, reads a body and answers. Runs in
 * the very process that is measured, so that nothing differs but the work.
 */
@RestController
@Requires(Scope.CONSENT_WRITE)
class NothingCommands {

    public static void main(String[] args) {
        ConsentCommand.application().sources(NothingCommands.class).run(args);
    }

    @PostMapping(
            path = "/bench/nothing",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Nothing nothing(HttpServletRequest request) throws IOException {
        return Nothing.ofSize(request.getInputStream().readAllBytes().length);
    }
}
