package org.consentledger.standalone.scenario;

import tools.jackson.databind.JsonNode;

/**
 * What the ledger answered.
 *
 * @param body missing if the answer had none, or one that is not JSON
 */
public record Reply(int status, JsonNode body) {}
