package org.consentledger.chaos.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.standalone.token.Issuer;
import org.consentledger.standalone.token.Role;

/** Access tokens of an issuer that is gone with the run: the one place that knows what lets a request in. */
public final class Credentials {

    private static final Issuer ISSUER = Issuer.with(
            new String(Issuer.newKey(), StandardCharsets.UTF_8), "urn:consent-ledger:chaos", Clock.systemUTC());
    private static final Map<Role, Token> TOKENS = new ConcurrentHashMap<>();

    private record Token(String value, Instant renewed) {}

    private Credentials() {}

    /** The value of the Authorization header (RFC 6750, section 2.1). */
    public static String of(Role role) {
        var now = Instant.now();
        var token = TOKENS.compute(
                role, (_, held) -> held == null || held.renewed().isBefore(now) ? fresh(role, now) : held);
        return "Bearer " + Objects.requireNonNull(token).value();
    }

    private static Token fresh(Role role, Instant now) {
        return new Token(ISSUER.token(role, Map.of()), now.plus(Issuer.LIFETIME.dividedBy(3)));
    }

    /** Who issued them. */
    public static String issuer() {
        return ISSUER.name();
    }

    /** Writes what services know the tokens by. */
    public static Path writeKeys(Path file) throws IOException {
        return Files.write(file, ISSUER.publicKeys());
    }
}
