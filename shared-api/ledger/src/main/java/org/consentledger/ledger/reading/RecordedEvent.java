package org.consentledger.ledger.reading;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.LedgerEvent;

/**
 * An event as the ledger holds it.
 *
 * @param position its place in the ledger, counted from 0 in commit order
 * @param streamType Subject, Notice or Recipient
 * @param type the event's stable name
 * @param revision of the form in which it is presented here
 * @param recordedAt when the ledger took it, UTC, to the microsecond
 * @param commandId of the command that caused it
 */
public record RecordedEvent(
        long position,
        String id,
        String streamId,
        String streamType,
        String type,
        int revision,
        Instant recordedAt,
        UUID commandId,
        LedgerEvent event) {}
