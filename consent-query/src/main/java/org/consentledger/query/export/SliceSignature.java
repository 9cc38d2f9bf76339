package org.consentledger.query.export;

import java.util.LinkedHashMap;
import org.consentledger.log.export.SliceEnd;
import org.consentledger.log.export.SliceStatement;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.query.log.LogKeys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Signs what the ledger says of a slice, as receipts are signed: EdDSA over JSON (RFC 8037). */
@Component
final class SliceSignature {

    private final LogKeys keys;
    private final JsonMapper json;

    SliceSignature(LogKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    SliceEnd sign(SliceStatement statement) {
        var header = new LinkedHashMap<String, String>();
        header.put("alg", "EdDSA");
        header.put("typ", SliceStatement.JWS_TYPE);
        header.put("kid", keys.newest().verification().keyId());
        var jws = CompactJws.sign(json.writeValueAsString(header), json.writeValueAsString(statement), keys.newest());
        return new SliceEnd(statement, jws.toString());
    }
}
