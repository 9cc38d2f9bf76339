package org.consentledger.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.consentledger.log.digest.Sha256;
import org.consentledger.standalone.scenario.LedgerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reference notice and its recipients, told to the ledger as anybody would tell it: by commands. Every start tells it
 * everything again: that changes nothing, and completes what an interrupted start left out.
 */
public final class ReferenceData {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int ACCEPTED_BELOW = 300;
    private static final int KEY_BYTES = 16;

    private final LedgerClient client;

    public ReferenceData(LedgerClient client) {
        this.client = client;
    }

    /** Answers what the ledger did not take, one line each: somebody published other facts under the same names. */
    public List<String> load() throws IOException, InterruptedException {
        var refused = new ArrayList<String>();
        tell("publish-notice", read("/reference/notice-2016-10.yaml").get("command"), refused);
        for (var entry : read("/reference/recipients.yaml")) {
            tell(entry.get("command").asString(), entry.get("body"), refused);
        }
        return refused;
    }

    private void tell(String command, JsonNode body, List<String> refused) throws IOException, InterruptedException {
        var reply = client.command(command, key(command, body), body);
        if (reply.status() >= ACCEPTED_BELOW) {
            var what = body.path("recipient").asString(body.path("notice").asString("?"));
            refused.add("reference data: " + command + " " + what + " was not taken: "
                    + reply.body().path("detail").asString("HTTP " + reply.status()));
        }
    }

    /** The same content has the same key for ever; a later release with other content has another. */
    private static String key(String command, JsonNode body) {
        return "reference-" + HexFormat.of().formatHex(Sha256.of(command + body), 0, KEY_BYTES);
    }

    private static JsonNode read(String resource) {
        try (InputStream in = ReferenceData.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("this build lacks " + resource, e);
        }
    }
}
