package org.consentledger.chaos.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The notice and the recipients that all commands rest on: those that the project ships. */
public final class ReferenceCatalogue {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int CREATED = 201;

    private ReferenceCatalogue() {}

    /** Tells a ledger that is empty. */
    public static void tell(Calls calls, Node node) throws IOException, InterruptedException {
        tell(
                calls,
                node,
                "publish-notice",
                read("/reference/notice-2016-10.yaml").path("command"));
        for (var entry : read("/reference/recipients.yaml")) {
            tell(calls, node, entry.path("command").asString(), entry.path("body"));
        }
    }

    private static void tell(Calls calls, Node node, String command, JsonNode body)
            throws IOException, InterruptedException {
        var reply = calls.command(node.url("/v1/commands/" + command), null, body.toString());
        if (reply.status() != CREATED) {
            throw new IOException(command + " was answered " + reply);
        }
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = ReferenceCatalogue.class.getResourceAsStream(resource)) {
            return YAML.readTree(Objects.requireNonNull(in, resource));
        }
    }
}
