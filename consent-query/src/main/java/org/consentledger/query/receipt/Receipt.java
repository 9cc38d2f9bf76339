package org.consentledger.query.receipt;

import org.consentledger.query.log.ProvenEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was recorded, signed, with the proof that it stands in the log.
 *
 * @param subjectId whom the event is about; null if it is about a notice or a recipient
 * @param jws the receipt as it was signed, in compact form
 * @param content the payload of the JWS
 */
record Receipt(@Nullable String subjectId, String jws, JsonNode content, ProvenEvent proven) {}
