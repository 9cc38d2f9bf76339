package org.consentledger.log.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, in the one-line form {@code name+id+base64} that other tools read too. Who has it
 * from a trustworthy place can check notes years later.
 */
public final class VerificationKey {

    /** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the key itself. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] publicKey;
    private final int id;
    private final PublicKey key;

    private VerificationKey(String name, byte[] publicKey) {
        this.name = KeyName.require(name);
        this.publicKey = publicKey;
        this.id = KeyName.id(name, publicKey);
        this.key = key(publicKey);
    }

    /**
     * From its raw form.
     *
     * @param publicKey 32 bytes (RFC 8032)
     */
    static VerificationKey of(String name, byte[] publicKey) {
        return new VerificationKey(name, publicKey.clone());
    }

    /**
     * From the one-line form.
     *
     * @throws IllegalArgumentException if it is not such a line, or its parts do not belong together
     */
    public static VerificationKey parse(String line) {
        var parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verification key looks like name+id+base64");
        }
        var typeAndKey = Base64.getDecoder().decode(parts[2]);
        if (typeAndKey.length != 1 + KeyName.KEY_BYTES || typeAndKey[0] != KeyName.ED25519) {
            throw new IllegalArgumentException("a verification key is an Ed25519 key");
        }
        var key = of(parts[0], Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
        if (!KeyName.hex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("the verification key's id does not belong to its name and bytes");
        }
        return key;
    }

    private static PublicKey key(byte[] publicKey) {
        var encoded = Arrays.copyOf(SPKI, SPKI.length + publicKey.length);
        System.arraycopy(publicKey, 0, encoded, SPKI.length, publicKey.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    public String name() {
        return name;
    }

    int id() {
        return id;
    }

    /** Name and id, {@code name+id}: how a signature says which key made it. */
    public String keyId() {
        return name + "+" + KeyName.hex(id);
    }

    /** Whether this key signed the text. */
    public boolean verifies(String text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // such as a signature of the wrong length
            return false;
        }
    }

    /** The one-line form. */
    @Override
    public String toString() {
        var typeAndKey = new byte[1 + publicKey.length];
        typeAndKey[0] = KeyName.ED25519;
        System.arraycopy(publicKey, 0, typeAndKey, 1, publicKey.length);
        return keyId() + "+" + Base64.getEncoder().encodeToString(typeAndKey);
    }
}
