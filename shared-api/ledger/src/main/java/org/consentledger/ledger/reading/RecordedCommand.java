package org.consentledger.ledger.reading;

import java.util.List;
import java.util.UUID;

/**
 * What one command left in the ledger.
 *
 * @param command its name, such as give-consent
 * @param requestSha256 digest of what was asked, in hexadecimal
 * @param events never empty
 */
public record RecordedCommand(UUID commandId, String command, String requestSha256, List<RecordedEvent> events) {

    public RecordedCommand {
        events = List.copyOf(events);
    }
}
