package org.consentledger.http.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.consentledger.setting.SettingException;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate with its chain, and the private key that belongs to it.
 *
 * @param certificate PEM: the service's own certificate first, then those that lead to a known authority
 * @param privateKey PEM, without a password: PKCS #8, or the older forms for RSA and EC
 */
record TlsFiles(Path certificate, Path privateKey) {

    /** @throws SettingException if one cannot be read or they do not belong together */
    static TlsFiles read(String certificate, String privateKey) {
        var files = new TlsFiles(path("HTTP_TLS_CERTIFICATE", certificate), path("HTTP_TLS_PRIVATE_KEY", privateKey));
        var own = files.certificates().getFirst();
        if (!belongTogether(own.getPublicKey(), files.key())) {
            throw new SettingException("HTTP_TLS_PRIVATE_KEY is not the key of the first certificate in"
                    + " HTTP_TLS_CERTIFICATE: set both to files that were made together, the service's own certificate"
                    + " first.");
        }
        return files;
    }

    private static Path path(String setting, String value) {
        try {
            return Path.of(value).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new SettingException(setting + " is no path on this machine: it names a PEM file.", e);
        }
    }

    private List<X509Certificate> certificates() {
        try {
            var read = PemContent.load(certificate).getCertificates();
            if (!read.isEmpty()) {
                return read;
            }
            throw new SettingException(holdsNone("HTTP_TLS_CERTIFICATE", certificate, "certificate"));
        } catch (IOException e) {
            throw new SettingException("HTTP_TLS_CERTIFICATE names " + certificate + ", which cannot be read.", e);
        } catch (IllegalStateException e) {
            throw new SettingException(holdsNone("HTTP_TLS_CERTIFICATE", certificate, "certificate"), e);
        }
    }

    private PrivateKey key() {
        try {
            var read = PemContent.load(privateKey).getPrivateKey();
            if (read != null) {
                return read;
            }
            throw new SettingException(holdsNone("HTTP_TLS_PRIVATE_KEY", privateKey, "private key"));
        } catch (IOException e) {
            // without its path, and without a cause that repeats it: it may be the key itself, put there by mistake
            throw new SettingException("HTTP_TLS_PRIVATE_KEY names a file that cannot be read.");
        } catch (IllegalStateException e) {
            throw new SettingException(holdsNone("HTTP_TLS_PRIVATE_KEY", privateKey, "private key"), e);
        }
    }

    private static String holdsNone(String setting, Path file, String what) {
        return setting + " names " + file + ", which holds no " + what + " in PEM form without a password.";
    }

    /** One signs, the other has to find that good. */
    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        var word = "consent-ledger".getBytes(StandardCharsets.UTF_8);
        try {
            var signature = Signature.getInstance(algorithm(privateKey));
            signature.initSign(privateKey);
            signature.update(word);
            var signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(word);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            // keys of different kinds
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
