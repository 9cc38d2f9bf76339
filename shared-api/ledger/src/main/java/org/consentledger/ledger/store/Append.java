package org.consentledger.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.recipient.Recipient;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * What one command wants to record, and what must still be true when it is.
 *
 * @param firstSequence the stream's next sequence number, as far as the command knew
 * @param decidedOn what of the catalogue must not have changed; null if it rested on none
 * @param claim what must be taken down of the subject besides; null if nothing
 * @param events of one stream; never empty
 * @param span measures it, in the trace of its command, whoever's thread does the work
 */
record Append(
        UUID commandId,
        String requestSha256,
        String streamId,
        String streamType,
        long firstSequence,
        @Nullable DecidedOnCatalogue decidedOn,
        @Nullable SubjectClaim claim,
        List<EventRow> events,
        AppendSpan span) {

    /**
     * Who the stream's subject is, where the ledger has to take that down or to make sure of it.
     *
     * @param key null if the subject is erased
     * @param predecessor the erased subject that had the same reference; null if there is none
     * @param begunAt world time with which they began anew; null unless there is a predecessor
     */
    record SubjectClaim(
            UUID lookup,
            @Nullable WrappedKey key,
            Subject.@Nullable Predecessor predecessor,
            @Nullable Instant begunAt) {

        private static @Nullable SubjectClaim of(@Nullable Subject subject) {
            if (subject == null || subject.lookup() == null) {
                return null;
            }
            var claim = subject.claim();
            if (claim == null) {
                return subject.isErased() ? new SubjectClaim(subject.lookup(), null, null, null) : null;
            }
            return new SubjectClaim(
                    subject.lookup(),
                    claim.key(),
                    claim.predecessor(),
                    claim.predecessor() == null ? null : subject.begunAt());
        }
    }

    /** A transfer decision holds as long as no notice was published, and nothing happened to its recipient, since. */
    record DecidedOnCatalogue(long position, String recipientStream) {}

    Append {
        events = List.copyOf(events);
    }

    /** Whether others' decisions may rest on what this one changes. */
    boolean changesCatalogue() {
        return !isOfSubject(streamType);
    }

    /** Whether a stream of that type is a subject's. */
    static boolean isOfSubject(String streamType) {
        return streamType.equals("Subject");
    }

    /**
     * The events of one unit of work.
     *
     * @param subject whom they are about; null if they are about nobody
     * @throws IllegalArgumentException if they are not events of one stream, caused by one identified command
     */
    static Append of(
            List<? extends EventMessage<?>> messages,
            @Nullable Subject subject,
            Serializer serializer,
            AppendSpan span) {
        var first = domainEvent(messages.getFirst());
        var identity = CommandIdentity.of(first);
        var key = subject == null ? null : subject.key();
        var events = messages.stream()
                .map(message -> row(domainEvent(message), first, key, serializer))
                .toList();
        return new Append(
                identity.commandId(),
                identity.requestSha256(),
                first.getAggregateIdentifier(),
                first.getType(),
                first.getSequenceNumber(),
                decidedOn(events.stream().map(EventRow::event)),
                SubjectClaim.of(subject),
                events,
                span);
    }

    private static EventRow row(
            DomainEventMessage<?> message,
            DomainEventMessage<?> first,
            @Nullable SubjectKey key,
            Serializer serializer) {
        if (!message.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
            throw new IllegalArgumentException("a command records events of one stream only");
        }
        if (message.getPayload() instanceof LedgerEvent event) {
            return EventRow.of(message, event, key, serializer);
        }
        throw new IllegalArgumentException("only events of the ledger can be recorded");
    }

    static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domainEvent) {
            return domainEvent;
        }
        throw new IllegalArgumentException("only events of a stream can be recorded");
    }

    private static @Nullable DecidedOnCatalogue decidedOn(Stream<LedgerEvent> events) {
        return events.flatMap(event -> event instanceof TransferEvent e ? Stream.of(e) : Stream.empty())
                .findFirst()
                .map(transfer -> new DecidedOnCatalogue(
                        transfer.decidedOn().cataloguePosition(),
                        Recipient.streamId(transfer.transfer().recipient())))
                .orElse(null);
    }
}
