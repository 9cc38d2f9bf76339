package org.consentledger.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Text on its way out, in UTF-8, and the SHA-256 digest of its bytes so far. */
final class HashedOutput {

    private final OutputStream out;
    private final MessageDigest digest;

    HashedOutput(OutputStream out) {
        this.out = out;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void write(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** In hexadecimal. To be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
