package org.consentledger.command.bulk;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.consentledger.command.http.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * One line.
 *
 * @param idempotencyKey null if the request's own key and the line's number are to make one
 * @param body of the command, as it would be sent alone
 */
@Schema(name = "CommandLine")
record LineRequest(
        @NotNull @Schema(description = "the command's name") String command,

        @Nullable @Pattern(regexp = IdempotencyKey.FORM, message = "must be 1 to 200 visible ASCII characters") @Schema(description = "may be left out where the request itself has an Idempotency-Key")
        String idempotencyKey,

        @NotNull @Schema(type = "object", description = "what the body of that command holds when it is sent alone")
        BodyPlace body) {}
