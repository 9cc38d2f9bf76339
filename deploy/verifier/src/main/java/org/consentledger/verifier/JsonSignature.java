package org.consentledger.verifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.consentledger.log.export.SliceStatement;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.log.note.VerificationKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who signed JSON (RFC 7515, RFC 8037), judged by the given keys alone: nothing in it can name another.
 *
 * @param what it is, for people
 * @param type the JWS has to name
 */
record JsonSignature(String what, String type) {

    static final JsonSignature RECEIPT = new JsonSignature("receipt", "consent-receipt+jws");
    static final JsonSignature SLICE = new JsonSignature("statement", SliceStatement.JWS_TYPE);

    /** The second is the newer name of the first with a key of this kind (RFC 9864). */
    private static final Set<String> ALGORITHMS = Set.of("EdDSA", "Ed25519");

    private static final Set<String> HEADER = Set.of("alg", "typ", "cty", "kid");

    /**
     * What was signed, and who says it.
     *
     * @param key one of those given
     */
    record Signed(JsonNode content, VerificationKey key) {}

    /** Empty if nobody who is trusted signed it; the findings say why. */
    Optional<Signed> open(String jws, List<VerificationKey> trusted, Consumer<String> findings) {
        try {
            var parsed = CompactJws.parse(jws);
            var header = StrictJson.read(parsed.header(), JsonNode.class, "the header of a JWS");
            var fault = fault(header);
            if (fault != null) {
                findings.accept(fault);
                return Optional.empty();
            }
            var kid = header.path("kid").asString("");
            var key =
                    trusted.stream().filter(given -> given.keyId().equals(kid)).findFirst();
            if (key.isEmpty()) {
                findings.accept("no given key signed the " + what);
                return Optional.empty();
            }
            if (!parsed.isSignedBy(key.get())) {
                findings.accept("the " + what + "'s signature is wrong: it was altered, or another key signed it");
                return Optional.empty();
            }
            return Optional.of(new Signed(
                    StrictJson.read(parsed.payload(), JsonNode.class, "the payload of a " + what), key.get()));
        } catch (IllegalArgumentException | StrictJson.UnreadableException e) {
            findings.accept("its jws is no JWS in compact form");
            return Optional.empty();
        }
    }

    private @Nullable String fault(JsonNode header) {
        var algorithm = header.path("alg").asString("");
        if (!ALGORITHMS.contains(algorithm)) {
            return "the " + what + " is not signed with EdDSA: its algorithm is "
                    + (algorithm.matches("[A-Za-z0-9]{1,20}") ? algorithm : "another");
        }
        if (!header.path("typ").asString("").equals(type)) {
            return "what was signed is no " + what + ": its typ is not " + type;
        }
        return HEADER.containsAll(header.propertyNames())
                ? null
                : "the JWS header demands what a " + what + " does not have";
    }
}
