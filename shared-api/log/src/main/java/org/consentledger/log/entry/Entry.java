package org.consentledger.log.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import org.consentledger.log.digest.Sha256;
import org.consentledger.log.tree.Hash;

/**
 * An event as it stands in the log: everything the ledger recorded of it. Its form in the log is fourteen lines, each ended by
 * a line feed, in UTF-8:
 *
 * <pre>
 * consent-ledger/event/v1
 * position                 decimal, from 0
 * event id
 * stream type
 * stream id
 * stream sequence          decimal, from 0
 * recorded at              UTC, YYYY-MM-DDThh:mm:ss.ffffffZ
 * event type
 * revision
 * command id               UUID in lower case
 * event index              decimal: which of the command's events, from 0
 * request digest           SHA-256 in hexadecimal, as the ledger keeps it
 * recipient                of a transfer; empty for every other event
 * payload and metadata     SHA-256 in hexadecimal over each one's exact bytes, with a space between
 * </pre>
 *
 * <p>Payload and metadata go in by their digests: who mirrors or witnesses the log needs neither, and so no personal data.
 *
 * @param payload JSON, exactly as stored
 * @param metadata JSON, exactly as stored
 */
public record Entry(
        long position,
        String eventId,
        String streamType,
        String streamId,
        long streamSequence,
        Instant recordedAt,
        String eventType,
        String revision,
        UUID commandId,
        int eventIndex,
        String requestSha256,
        String recipient,
        String payload,
        String metadata) {

    private static final String FORM = "consent-ledger/event/v1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The leaf's bytes. */
    public byte[] bytes() {
        return String.join(
                        "\n",
                        FORM,
                        Long.toString(position),
                        eventId,
                        streamType,
                        streamId,
                        Long.toString(streamSequence),
                        time(recordedAt),
                        eventType,
                        revision,
                        commandId.toString(),
                        Integer.toString(eventIndex),
                        requestSha256,
                        recipient,
                        sha256(payload) + " " + sha256(metadata),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a leaf has it: UTC, always to the microsecond. */
    public static String time(Instant moment) {
        return TIME.format(moment);
    }

    public Hash leaf() {
        return Hash.ofLeaf(bytes());
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
