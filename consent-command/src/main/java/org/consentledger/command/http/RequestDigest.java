package org.consentledger.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consentledger.log.digest.Sha256;
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
        var name = (command + "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.of(name, canonical.writeValueAsBytes(request)));
    }
}
