package org.consentledger.query.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the ledger as CloudEvents 1.0 describes events to whoever follows them. The last three but {@code data} are
 * extensions: two of this ledger, and one of CloudEvents.
 *
 * @param specversion of CloudEvents
 * @param id together with {@code source} unique for ever
 * @param source which ledger: a URN with the origin of its log
 * @param type {@code org.consentledger.} and the event's stable name
 * @param subject the stream: a person's pseudonym, never upstream's reference; {@code notice-} or {@code recipient-} and a code
 *     for what is about nobody
 * @param time when the ledger recorded it, UTC; when it happened in the world is in {@code data}
 * @param datacontenttype of {@code data}
 * @param dataschema names the form of {@code data}: a URN with the type's name and revision
 * @param position the event's place in the ledger, decimal. A text, as CloudEvents knows no number above 2,147,483,647
 * @param clientid who sent the command: an OAuth client, or the service itself; left out in events of a release that did
 *     not ask
 * @param traceparent the trace of the command (W3C Trace Context), as the extension for distributed tracing has it; left out if
 *     that was not kept
 * @param data what was recorded
 */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        String position,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientid,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceparent,

        @JsonRawValue @Schema(implementation = Object.class, types = "object")
        String data) {}
