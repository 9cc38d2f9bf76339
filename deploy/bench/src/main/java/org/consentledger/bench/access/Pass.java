package org.consentledger.bench.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.access.Scope;
import org.consentledger.standalone.token.Issuer;

/** One access token for the whole run, of an issuer that is gone with it. Every server gets it, also those that do not ask. */
public final class Pass {

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final Issuer ISSUER = Issuer.with(
            new String(Issuer.newKey(), StandardCharsets.UTF_8), "urn:consent-ledger:bench", Clock.systemUTC());
    private static final String TOKEN = ISSUER.token(
            "bench", Stream.of(Scope.values()).map(Scope::value).collect(Collectors.joining(" ")), Map.of(), LIFETIME);

    private Pass() {}

    /** Header lines that let every request in, each ended by CR LF. */
    public static String headers() {
        return "Authorization: " + authorization() + "\r\nX-Purpose-Of-Access: benchmark\r\n";
    }

    /** The value of the header Authorization. */
    public static String authorization() {
        return "Bearer " + TOKEN;
    }

    /** Who issued it. */
    public static String issuer() {
        return ISSUER.name();
    }

    /** Writes what servers know the token by. */
    public static Path writeKeys(Path file) throws IOException {
        return Files.write(file, ISSUER.publicKeys());
    }
}
