package org.consentledger.standalone.scenario;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command is sent.
 *
 * @param command its name, such as give-consent
 * @param body as it is sent
 */
public record CommandStep(
        String say, String command, @Nullable String idempotencyKey, JsonNode body, Expectation expect)
        implements Step {}
