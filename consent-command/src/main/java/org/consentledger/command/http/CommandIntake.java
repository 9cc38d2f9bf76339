package org.consentledger.command.http;

import java.time.Clock;
import org.consentledger.command.desk.Answer;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.Submission;
import org.consentledger.http.access.Caller;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests from controllers, hands commands to the desk, and puts its answers into HTTP. */
public final class CommandIntake {

    /** Says that an answer is the first one to the same key again. */
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    private final CommandDesk desk;
    private final Clock clock;
    private final RequestDigest digest;
    private final ReceiptLinks receipts;

    CommandIntake(CommandDesk desk, Clock clock, JsonMapper json, ReceiptLinks receipts) {
        this.desk = desk;
        this.clock = clock;
        this.digest = new RequestDigest(json);
        this.receipts = receipts;
    }

    /**
     * Takes a command that its caller may send. 201 if something was recorded, 200 if the ledger held it all already, 202 if what was asked has to wait.
     *
     * @throws ProblemException if the caller's token is limited to less; or if a transfer that was to be authorised is refused: whoever ignores the body must not go
     *     ahead
     */
    public ResponseEntity<CommandAnswer> take(
            String command, Caller caller, IdempotencyKey key, CommandRequest request) {
        request.touched().requireWithin(caller.limits());
        var now = clock.instant();
        var answer = desk.submit(new Submission(
                command,
                caller.clientId(),
                key.value(),
                digest.of(command, request),
                subjects -> request.toCommand(subjects, now)));
        if (answer.refused()) {
            throw new ProblemException(refusal(answer));
        }
        var response = ResponseEntity.status(status(answer));
        if (answer.replayed()) {
            response.header(REPLAYED_HEADER, "true");
        }
        return response.body(CommandAnswer.of(answer, receipts));
    }

    private static HttpStatus status(Answer answer) {
        if (answer.waiting() != null) {
            return HttpStatus.ACCEPTED;
        }
        return answer.repeated() ? HttpStatus.OK : HttpStatus.CREATED;
    }

    private Problem refusal(Answer answer) {
        var body = CommandAnswer.of(answer, receipts);
        var problem = Problem.of(ProblemCode.TRANSFER_REFUSED)
                .member("commandId", body.commandId())
                .member("position", body.position())
                .member("events", body.events())
                .member("receipts", body.receipts());
        var decided = body.decision() == null ? problem : problem.member("decision", body.decision());
        return answer.replayed() ? decided.header(REPLAYED_HEADER, "true") : decided;
    }
}
