package org.consentledger.command.notice;

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
@Requires(Scope.CATALOGUE_WRITE)
@Tag(name = "Notice", description = "What the controller promises")
class NoticeController {

    private final CommandIntake intake;

    NoticeController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("publish-notice")
    @Operation(
            summary = "Publish a version of the privacy statement",
            description =
                    "A version never changes: the same content again changes nothing, other content is a conflict.")
    ResponseEntity<CommandAnswer> publishNotice(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody PublishNoticeRequest request) {
        return intake.take("publish-notice", caller, key, request);
    }
}
