package org.consentledger.diagnosis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An access token as its bearer may read it (RFC 9068); what it says is believed by nobody here. */
record Token(String value) {

    /** Not the value: whoever has it can use it. */
    @Override
    public String toString() {
        return "Token";
    }

    private Optional<JsonNode> claims() {
        var parts = value.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(JsonMapper.shared().readTree(payload));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    boolean isReadable() {
        return claims().isPresent();
    }

    Optional<Instant> end() {
        return time("exp");
    }

    Optional<Instant> begin() {
        return time("nbf");
    }

    private Optional<Instant> time(String claim) {
        return claims().map(claims -> claims.path(claim))
                .filter(JsonNode::isNumber)
                .map(seconds -> Instant.ofEpochSecond(seconds.asLong()));
    }

    /** From {@code scope}, or {@code scp} as some providers write it. */
    List<String> scopes() {
        return claims().map(claims -> claims.path(claims.has("scope") ? "scope" : "scp"))
                .map(scopes -> scopes.isArray()
                        ? StreamSupport.stream(scopes.spliterator(), false)
                                .map(JsonNode::asString)
                                .toList()
                        : List.of(scopes.asString("").strip().split("\\s+")))
                .orElse(List.of());
    }
}
