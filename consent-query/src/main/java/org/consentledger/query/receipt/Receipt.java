package org.consentledger.query.receipt;

import org.consentledger.query.log.ProvenEvent;
import tools.jackson.databind.JsonNode;

/**
 * What was recorded, signed, with the proof that it stands in the log.
 *
 * @param jws the receipt as it was signed, in compact form
 * @param content the payload of the JWS
 */
record Receipt(String jws, JsonNode content, ProvenEvent proven) {}
