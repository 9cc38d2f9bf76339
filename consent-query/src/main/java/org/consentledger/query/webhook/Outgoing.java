package org.consentledger.query.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limits;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.CloudEvents;
import org.consentledger.query.webhook.sending.Message;
import org.consentledger.query.webhook.sending.Secret;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes messages of events. Nothing personal is in them, unless the webhook is for that. */
@Component
class Outgoing {

    /** Of CloudEvents, JSON event format, section 3. */
    private static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final Unsealing unsealing;
    private final AccessLog accesses;
    private final CloudEvents events;
    private final JsonMapper json;

    Outgoing(Unsealing unsealing, AccessLog accesses, CloudEvents events, JsonMapper json) {
        this.unsealing = unsealing;
        this.accesses = accesses;
        this.events = events;
        this.json = json;
    }

    /** As it is at this moment: who was erased since the last attempt is not in it any more. */
    Message message(Webhook webhook, List<Secret> secrets, RecordedEvent event) {
        var shown = webhook.personalData() ? unsealing.of(List.of(event)).getFirst() : event.withoutPersonalData();
        var body = json.writeValueAsString(events.of(List.of(shown)).getFirst());
        return new Message(event.id(), MEDIA_TYPE, body.getBytes(StandardCharsets.UTF_8), secrets);
    }

    /**
     * Writes down who is about to be shown whose data, if anybody's are.
     *
     * @throws ProblemException if it cannot be written down, so that nothing may be sent
     */
    void enter(Webhook webhook, RecordedEvent event) {
        if (webhook.personalData()) {
            var caller = new Caller(webhook.clientId(), webhook.principal(), Set.of(), Limits.none(), Instant.MAX);
            accesses.enter(
                    new Reader(caller, webhook.purposeOfAccess(), webhook.toString()),
                    ReadOperation.WEBHOOK_DELIVERY,
                    event.subjectId());
        }
    }
}
