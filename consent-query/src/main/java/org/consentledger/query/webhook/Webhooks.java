package org.consentledger.query.webhook;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.webhook.sending.ReceiverUrl;
import org.consentledger.query.webhook.sending.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be done with webhooks. Whoever is limited sees those within their limits, and no others are there for them. */
@Component
class Webhooks {

    private final WebhookRows rows;
    private final WebhookSecrets secrets;
    private final WebhookProperties properties;
    private final LedgerReader ledger;
    private final Deliveries deliveries;
    private final TransactionOperations transaction;

    Webhooks(
            WebhookRows rows,
            WebhookSecrets secrets,
            WebhookProperties properties,
            LedgerReader ledger,
            Deliveries deliveries,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.secrets = secrets;
        this.properties = properties;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes one; events are sent from now on.
     *
     * @throws ProblemException if it may not be: 403, 409, 422
     */
    CreatedWebhook create(WebhookRequest wanted, Caller caller) {
        var choice = new EventChoice(wanted.types(), wanted.purposes(), wanted.recipients());
        requireWithin(caller, Limit.PURPOSES, choice.purposes(), "/purposes");
        requireWithin(caller, Limit.RECIPIENTS, choice.recipients(), "/recipients");
        if (wanted.wantsPersonalData()) {
            caller.requireAuditor();
        }
        ReceiverUrl.fault(wanted.url(), properties.plainHttp(), properties.networks())
                .ifPresent(fault -> {
                    throw wrong("/url", fault);
                });
        var webhook = new NewWebhook(
                UUID.randomUUID(),
                caller.clientId(),
                caller.principal(),
                wanted.url(),
                choice,
                wanted.wantsPersonalData(),
                wanted.wantsPersonalData() ? wanted.purposeOfAccess() : null,
                position(wanted.after()));
        var secret = Secret.random();
        var wrapped = secrets.wrapped(webhook.id(), secret);
        var added = transaction.execute(status -> rows.add(webhook, wrapped, properties.max()));
        if (!Boolean.TRUE.equals(added)) {
            throw new ProblemException(Problem.of(ProblemCode.TOO_MANY_WEBHOOKS));
        }
        deliveries.wake();
        return new CreatedWebhook(one(webhook.id(), caller), secret.told());
    }

    private static void requireWithin(Caller caller, Limit limit, @Nullable List<String> wanted, String pointer) {
        var permitted = caller.limits().to(limit);
        if (permitted != null && (wanted == null || !permitted.containsAll(wanted))) {
            throw new ProblemException(Problem.of(ProblemCode.TOKEN_LIMIT_EXCEEDED)
                    .faults(List.of(Fault.inBody(
                            pointer, FaultCode.NOT_PERMITTED, "must name nothing but what the token is for"))));
        }
    }

    private long position(@Nullable Long after) {
        var head = ledger.head();
        if (after != null && after > head) {
            throw wrong("/after", "must not lie beyond the newest event");
        }
        return after == null ? head : after;
    }

    private static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(Problem.of(List.of(Fault.inBody(pointer, FaultCode.INVALID, detail))));
    }

    List<WebhookView> all(Caller caller) {
        return rows.all().stream()
                .filter(webhook -> webhook.choice().isWithin(caller.limits()))
                .map(WebhookView::of)
                .toList();
    }

    /** @throws ProblemException if there is none: 404 */
    WebhookView one(UUID id, Caller caller) {
        return WebhookView.of(known(id, caller));
    }

    private Webhook known(UUID id, Caller caller) {
        return rows.find(id)
                .filter(webhook -> webhook.choice().isWithin(caller.limits()))
                .orElseThrow(() ->
                        new ProblemException(Problem.of(ProblemCode.NOT_FOUND, "there is no webhook of that id")));
    }

    /** @throws ProblemException if there is none: 404 */
    WebhookView pause(UUID id, Caller caller) {
        return changed(id, caller, rows::pause);
    }

    /** @throws ProblemException if there is none: 404 */
    WebhookView resume(UUID id, Caller caller) {
        return changed(id, caller, rows::resume);
    }

    /** @throws ProblemException if there is none, or the position lies beyond the newest event: 404, 422 */
    WebhookView replay(UUID id, long after, Caller caller) {
        if (after > ledger.head()) {
            throw new ProblemException(Problem.of(
                    List.of(Fault.inParameter("after", FaultCode.INVALID, "must not lie beyond the newest event"))));
        }
        return changed(id, caller, known -> rows.goOnAfter(known, after));
    }

    /** @throws ProblemException if there is none: 404 */
    CreatedWebhook replaceSecret(UUID id, Caller caller) {
        var secret = Secret.random();
        var view = changed(
                id,
                caller,
                known -> rows.replaceSecret(known, secrets.wrapped(known, secret), properties.secretOverlap()));
        return new CreatedWebhook(view, secret.told());
    }

    /** @throws ProblemException if there is none: 404 */
    void remove(UUID id, Caller caller) {
        rows.remove(known(id, caller).id());
        deliveries.wake();
    }

    private WebhookView changed(UUID id, Caller caller, Consumer<UUID> change) {
        change.accept(known(id, caller).id());
        deliveries.wake();
        return one(id, caller);
    }
}
