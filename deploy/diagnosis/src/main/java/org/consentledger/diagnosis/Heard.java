package org.consentledger.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came of a request. */
sealed interface Heard {

    /**
     * An answer.
     *
     * @param headers by name in lower case; the first value of each
     * @param sentAt when the request left, by this machine's clock
     * @param certificateEnd until when the server's certificate is valid; null without TLS
     */
    record Answer(
            int status,
            Map<String, String> headers,
            String body,
            Instant sentAt,
            Duration took,
            @Nullable Instant certificateEnd)
            implements Heard {

        boolean isOk() {
            return status == 200;
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** The body; a missing node if it is no JSON. */
        JsonNode json() {
            try {
                return JsonMapper.shared().readTree(body);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }
    }

    /**
     * No answer.
     *
     * @param why in words, such as {@code the connection was refused}
     */
    record Silence(String why) implements Heard {}

    /** Not asked, as what it needs was not given. */
    record Unasked(String why) implements Heard {}

    /** The answer, if there is one with this status. */
    default Optional<Answer> ok() {
        return this instanceof Answer answer && answer.isOk() ? Optional.of(answer) : Optional.empty();
    }
}
