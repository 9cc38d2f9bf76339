package org.consentledger.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The private half, in the one-line form {@code PRIVATE+KEY+name+id+base64}. Never logged: it has no other text form. */
public final class SigningKey {

    /** What every one-line form begins with. */
    public static final String PREFIX = "PRIVATE+KEY+";

    /** PrivateKeyInfo of Ed25519 (RFC 8410) up to the seed itself. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final PrivateKey key;
    private final VerificationKey verification;

    private SigningKey(String name, byte[] seed) {
        this.seed = seed;
        this.key = key(seed);
        this.verification = VerificationKey.of(name, publicKey(seed));
        if (!verification.verifies(name, sign(name).signature())) {
            throw new IllegalStateException("this Java derives an Ed25519 public key in another way than expected");
        }
    }

    /** A new one, from the platform's secure random numbers. */
    public static SigningKey generate(String name) {
        var seed = new byte[KeyName.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * From the one-line form.
     *
     * @throws IllegalArgumentException if it is not such a line, or its parts do not belong together; it is not quoted
     */
    public static SigningKey parse(String line) {
        var text = line.strip();
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing key begins with " + PREFIX);
        }
        var parts = text.substring(PREFIX.length()).split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a signing key looks like " + PREFIX + "name+id+base64");
        }
        var key = new SigningKey(parts[0], seed(parts[2]));
        if (!KeyName.hex(key.verification.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the signing key's id does not belong to its name and bytes");
        }
        return key;
    }

    private static byte[] seed(String base64) {
        try {
            var typeAndSeed = Base64.getDecoder().decode(base64);
            if (typeAndSeed.length == 1 + KeyName.KEY_BYTES && typeAndSeed[0] == KeyName.ED25519) {
                return Arrays.copyOfRange(typeAndSeed, 1, typeAndSeed.length);
            }
        } catch (IllegalArgumentException e) {
            // its message would quote the key
            throw new IllegalArgumentException("a signing key ends in base64");
        }
        throw new IllegalArgumentException("a signing key is an Ed25519 key");
    }

    private static PrivateKey key(byte[] seed) {
        var encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /**
     * Java derives a public key only while it makes a pair. So it makes one whose random seed is this one. Should another
     * Java take its seed in another way, the first signature does not verify.
     */
    private static byte[] publicKey(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Fixed(seed));
            var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
            var bigEndian = point.getY().toByteArray();
            var encoded = new byte[KeyName.KEY_BYTES];
            for (var i = 0; i < Math.min(bigEndian.length, encoded.length); i++) {
                encoded[i] = bigEndian[bigEndian.length - 1 - i];
            }
            if (point.isXOdd()) {
                encoded[encoded.length - 1] |= (byte) 0x80;
            }
            return encoded;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Hands out the given bytes. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    public VerificationKey verification() {
        return verification;
    }

    /** Signs a text that ends in a line feed. */
    NoteSignature sign(String text) {
        return new NoteSignature(verification.name(), verification.id(), signed(text));
    }

    /**
     * Signs what is no note. As every note has a line feed and this has none, no signature is ever good for both.
     *
     * @throws IllegalArgumentException if there is a line feed in it
     */
    public byte[] signature(String text) {
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("what has a line feed could be taken for a note");
        }
        return signed(text);
    }

    private byte[] signed(String text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** The one-line form, for the file that keeps it. */
    public String secret() {
        var typeAndSeed = ByteBuffer.allocate(1 + seed.length)
                .put(KeyName.ED25519)
                .put(seed)
                .array();
        return PREFIX + verification.name() + "+" + KeyName.hex(verification.id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndSeed);
    }
}
