package org.consentledger.query.webhook;

import java.util.UUID;
import org.consentledger.http.access.Caller;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.paging.Page;
import org.springframework.stereotype.Component;

/** What may be done with events that could not be delivered. */
@Component
class DeadLetters {

    private final Webhooks webhooks;
    private final DeadLetterRows rows;
    private final Deliveries deliveries;

    DeadLetters(Webhooks webhooks, DeadLetterRows rows, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.deliveries = deliveries;
    }

    /** @throws ProblemException if there is no such webhook: 404 */
    Page<DeadLetterView> page(UUID webhook, long after, int limit, Caller caller) {
        return Page.of(rows.after(webhooks.one(webhook, caller).id(), after, limit + 1), limit);
    }

    /** @throws ProblemException if there is no such dead letter: 404 */
    DeadLetterView redeliver(UUID webhook, long position, Caller caller) {
        var id = webhooks.one(webhook, caller).id();
        rows.ask(id, position);
        deliveries.wake();
        return rows.find(id, position).orElseThrow(DeadLetters::missing);
    }

    /** @throws ProblemException if there is no such dead letter: 404 */
    void remove(UUID webhook, long position, Caller caller) {
        if (!rows.remove(webhooks.one(webhook, caller).id(), position)) {
            throw missing();
        }
    }

    private static ProblemException missing() {
        return new ProblemException(
                Problem.of(ProblemCode.NOT_FOUND, "that webhook has no dead letter at that position"));
    }
}
