package org.consentledger.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.note.VerificationKey;
import org.jspecify.annotations.Nullable;

/** Reads what the command line and the environment name. */
final class Given {

    /** What may follow {@code Bearer} (RFC 6750, section 2.1; token68 of RFC 9110, section 11.2). */
    private static final Pattern TOKEN68 = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

    private final Map<String, String> environment;

    Given(Map<String, String> environment) {
        this.environment = environment;
    }

    /** An address as it was given; otherwise that of {@code make run}. */
    URI address(@Nullable String given, String portVariable, int usualPort) {
        var url = given == null ? "http://localhost:" + port(portVariable, usualPort) : given;
        try {
            var uri = new URI(url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, with what is no address of a service
        }
        throw new UnusableCallException(url + " is no address such as https://ledger.example.com");
    }

    /** Where operators reach it: as given, else on the usual port of the same host. */
    URI management(@Nullable String given, @Nullable String service, String portVariable, int usualPort) {
        if (given != null || service == null) {
            return address(given, portVariable, usualPort);
        }
        var front = address(service, portVariable, usualPort);
        return URI.create(front.getScheme() + "://" + front.getHost() + ":" + port(portVariable, usualPort));
    }

    private String port(String variable, int usual) {
        var set = environment.getOrDefault(variable, "");
        return set.isEmpty() ? Integer.toString(usual) : set;
    }

    /**
     * A token as given; else that of {@code make run}, if its ledger is examined.
     *
     * @param role whose token it is there
     */
    Optional<Token> token(@Nullable Path given, boolean ofMakeRun, String role) {
        if (given != null) {
            return Optional.of(read(given));
        }
        var data = environment.getOrDefault("LEDGER_DATA", "");
        var own = Path.of(data.isEmpty() ? ".ledger" : data, "tokens", role);
        return ofMakeRun && Files.isReadable(own) ? Optional.of(read(own)) : Optional.empty();
    }

    /** What is no token is not sent either: it may be another secret, and whoever refuses a header quotes it. */
    private static Token read(Path file) {
        try {
            var content = Files.readString(file).strip();
            if (!TOKEN68.matcher(content).matches()) {
                throw new UnusableCallException("the token file " + file + " holds no token");
            }
            return new Token(content);
        } catch (IOException e) {
            throw new UnusableCallException("the token file " + file + " cannot be read");
        }
    }

    /** A key as it is, or a file with keys, one a line. */
    List<VerificationKey> keys(List<String> given) {
        return given.stream()
                .flatMap(key -> lines(key).stream())
                .map(Given::key)
                .toList();
    }

    private static List<String> lines(String key) {
        if (key.contains("+") && !Files.exists(Path.of(key))) {
            return List.of(key);
        }
        try {
            return Files.readAllLines(Path.of(key)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UnusableCallException("the key file " + key + " cannot be read");
        }
    }

    private static VerificationKey key(String line) {
        try {
            return VerificationKey.parse(line.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableCallException("what is given by --key is no public key of a log");
        }
    }

    /** A checkpoint from earlier, signed with one of these keys. */
    static Optional<Checkpoint> kept(@Nullable Path file, List<VerificationKey> trusted) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.open(Files.readString(file), trusted));
        } catch (IOException e) {
            throw new UnusableCallException("the checkpoint " + file + " cannot be read");
        } catch (UntrustedNoteException | IllegalArgumentException e) {
            throw new UnusableCallException(
                    file + " holds no checkpoint that is signed with a key given by --key: " + e.getMessage());
        }
    }

    /** The certificates to trust besides none other; the usual ones of Java without a file. */
    static SSLContext trust(@Nullable Path ca) {
        try {
            if (ca == null) {
                return SSLContext.getDefault();
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream in = Files.newInputStream(ca)) {
                var number = 0;
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("ca-" + number, certificate);
                    number++;
                }
            }
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableCallException(ca + " cannot be read as certificates in PEM form");
        }
    }
}
