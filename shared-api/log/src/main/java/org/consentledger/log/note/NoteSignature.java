package org.consentledger.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note.
 *
 * @param keyId the first four bytes of what the line has in base64
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NoteSignature(String keyName, int keyId, byte[] signature) {

    private static final String DASH = "\u2014 ";

    /** @throws IllegalArgumentException if it is not such a line */
    static NoteSignature parse(String line) {
        var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a signature line");
        }
        var idAndSignature = Base64.getDecoder().decode(parts[1]);
        if (idAndSignature.length <= Integer.BYTES) {
            throw new IllegalArgumentException("a signature line without a signature");
        }
        return new NoteSignature(
                KeyName.require(parts[0]),
                ByteBuffer.wrap(idAndSignature).getInt(),
                Arrays.copyOfRange(idAndSignature, Integer.BYTES, idAndSignature.length));
    }

    boolean isBy(VerificationKey key) {
        return keyName.equals(key.name()) && keyId == key.id();
    }

    /** Without the line feed. */
    @Override
    public String toString() {
        var idAndSignature = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + keyName + " " + Base64.getEncoder().encodeToString(idAndSignature);
    }
}
