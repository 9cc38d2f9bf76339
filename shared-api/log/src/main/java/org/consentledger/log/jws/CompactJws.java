package org.consentledger.log.jws;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.VerificationKey;

/**
 * A payload, the header that says how it was signed, and the signature (RFC 7515, section 7.1). What the header says is for
 * its reader to judge: {@link #isSignedBy} knows Ed25519 and nothing else.
 */
public final class CompactJws {

    private static final int PARTS = 3;

    private final String header;
    private final String payload;
    private final String signingInput;
    private final byte[] signature;

    private CompactJws(String header, String payload, String signingInput, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /**
     * Signs a payload.
     *
     * @param header JSON; names the key and its algorithm
     */
    public static CompactJws sign(String header, String payload, SigningKey key) {
        var signingInput = base64url(header) + "." + base64url(payload);
        return new CompactJws(header, payload, signingInput, key.signature(signingInput));
    }

    /**
     * Reads one; it is not to be trusted yet.
     *
     * @throws IllegalArgumentException if it does not have this form, and exactly it: no two texts are the same JWS
     */
    public static CompactJws parse(String jws) {
        var parts = jws.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("a JWS in compact form has three parts");
        }
        return new CompactJws(text(parts[0]), text(parts[1]), parts[0] + "." + parts[1], bytes(parts[2]));
    }

    private static String base64url(String text) {
        return base64url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(String base64url) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(base64url)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("header and payload of this JWS are texts in UTF-8", e);
        }
    }

    private static byte[] bytes(String base64url) {
        var bytes = Base64.getUrlDecoder().decode(base64url);
        if (!base64url(bytes).equals(base64url)) {
            throw new IllegalArgumentException("not base64url as RFC 7515 writes it");
        }
        return bytes;
    }

    /** JSON, as it was signed. */
    public String header() {
        return header;
    }

    /** As it was signed. */
    public String payload() {
        return payload;
    }

    /** Whether this key signed header and payload. */
    public boolean isSignedBy(VerificationKey key) {
        return key.verifies(signingInput, signature);
    }

    /** In compact form. */
    @Override
    public String toString() {
        return signingInput + "." + base64url(signature);
    }
}
