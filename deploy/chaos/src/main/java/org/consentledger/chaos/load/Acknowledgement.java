package org.consentledger.chaos.load;

import java.util.List;
import java.util.UUID;
import org.consentledger.chaos.call.Reply;

/**
 * What a caller was told of a command that was accepted.
 *
 * @param commandId as the ledger calls the command
 * @param position of the last event it recorded, or of the fact that it repeats
 * @param events that it recorded; empty if an earlier attempt had, and the command has no key
 */
public record Acknowledgement(UUID commandId, long position, List<Event> events) {

    public Acknowledgement {
        events = List.copyOf(events);
    }

    /** One recorded event. */
    public record Event(String id, String type, long position) {}

    /** Reads an answer of 200, 201, 202, or a refusal. */
    public static Acknowledgement of(Reply reply) {
        var body = reply.json();
        return new Acknowledgement(
                UUID.fromString(body.path("commandId").asString()),
                body.path("position").asLong(),
                body.path("events")
                        .valueStream()
                        .map(event -> new Event(
                                event.path("id").asString(),
                                event.path("type").asString(),
                                event.path("position").asLong()))
                        .toList());
    }
}
