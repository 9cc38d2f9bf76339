package org.consentledger.command.transfer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
        value = Scope.TRANSFER_WRITE,
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
@Tag(name = "Transfer", description = "Data of one person going to one recipient for one purpose")
class TransferController {

    private final CommandIntake intake;

    TransferController(CommandIntake intake) {
        this.intake = intake;
    }

    @CommandEndpoint("record-transfer")
    @Operation(
            summary = "Ask whether data may go to a recipient, or say that they went",
            description =
                    "AUTHORISE asks before it happens: refused, the answer is 403 with commandId, position, events, "
                            + "receipts and decision beside the problem's own members. REPORT says that it happened: it is always recorded, and "
                            + "the decision tells what the rules find wrong.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    ResponseEntity<CommandAnswer> recordTransfer(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody RecordTransferRequest request) {
        return intake.take("record-transfer", caller, key, request);
    }
}
