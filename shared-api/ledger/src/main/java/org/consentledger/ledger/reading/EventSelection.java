package org.consentledger.ledger.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.recipient.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the end of a statement that reads the table of events.
 *
 * @param sql from WHERE on
 * @param parameters those that it names; null where a condition is left out
 */
public record EventSelection(String sql, Map<String, @Nullable Object> parameters) {

    public static EventSelection of(EventFilter filter) {
        return of(filter, "");
    }

    /** The last ones first: those that a limit keeps are the newest. */
    static EventSelection backwards(EventFilter filter) {
        return of(filter, " DESC");
    }

    private static EventSelection of(EventFilter filter, String direction) {
        var conditions = new ArrayList<String>();
        conditions.add("position > :after AND position <= :upTo");
        if (filter.type() != null) {
            conditions.add("event_type = :type");
        }
        if (filter.streamId() != null) {
            conditions.add("stream_id = :stream");
        }
        if (filter.recipient() != null) {
            conditions.add("(recipient = :recipient OR stream_id = :recipientStream)");
        }
        if (filter.purpose() != null) {
            conditions.add("stream_type = 'Subject'"
                    + " AND (strpos(payload, :purpose) > 0 OR strpos(payload, :everyPurpose) > 0)");
        }
        // within a stream both orders are the same, and only the sequence has an index
        var order = filter.streamId() == null ? "position" : "stream_sequence";
        return new EventSelection(
                "WHERE %s ORDER BY %s%s LIMIT :limit".formatted(String.join(" AND ", conditions), order, direction),
                parameters(filter));
    }

    private static Map<String, @Nullable Object> parameters(EventFilter filter) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("after", filter.after());
        parameters.put("upTo", filter.upTo());
        parameters.put("limit", filter.limit());
        parameters.put("type", filter.type());
        parameters.put("stream", filter.streamId());
        parameters.put("recipient", filter.recipient());
        parameters.put("recipientStream", filter.recipient() == null ? null : Recipient.streamId(filter.recipient()));
        parameters.put("purpose", filter.purpose() == null ? null : member(filter.purpose()));
        parameters.put("everyPurpose", member(ConsentRevoked.EVERY_PURPOSE));
        return parameters;
    }

    /**
     * A member as it stands in every stored form: those are written without blanks, codes need no escape, and within a text a
     * quotation mark never stands without one.
     */
    private static String member(String purpose) {
        return "\"purpose\":\"" + purpose + "\"";
    }
}
