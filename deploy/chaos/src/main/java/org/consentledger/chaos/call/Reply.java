package org.consentledger.chaos.call;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a service answered.
 *
 * @param isReplayed whether it says that it is the first answer to an idempotency key given again
 */
public record Reply(int status, String body, boolean isReplayed) {

    private static final int OK = 200;

    public boolean isOk() {
        return status == OK;
    }

    /** The body; a missing node if it is no JSON. */
    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
