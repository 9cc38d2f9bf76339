package org.consentledger.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two requests ask the same: SHA-256 over the command's name, a line feed, and the body as JSON with sorted
 * fields, times in UTC and nulls left out. How the body was written does not matter, nor when it came. Digests are kept
 * for ever, so this form must not change.
 */
final class RequestDigest {

    private final JsonMapper canonical;

    RequestDigest(JsonMapper json) {
        this.canonical = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** In hexadecimal. */
    String of(String command, CommandRequest request) {
        var content = new ByteArrayOutputStream();
        content.writeBytes((command + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(canonical.writeValueAsBytes(request));
        return HexFormat.of().formatHex(sha256().digest(content.toByteArray()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
