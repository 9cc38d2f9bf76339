package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.consentledger.query.access.KeptPurpose;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Keeps in the browser why somebody reads, in base64url (RFC 4648) of its UTF-8; a new day asks anew. */
@Component
final class KeptPurposes implements KeptPurpose {

    static final Duration KEPT = Duration.ofHours(8);

    static final String COOKIE = "ledger-purpose";

    private final BrowserCookie cookies;

    KeptPurposes(BrowserCookie cookies) {
        this.cookies = cookies;
    }

    @Override
    public Optional<String> of(HttpServletRequest request) {
        return cookies.read(request, COOKIE).flatMap(KeptPurposes::decoded);
    }

    ResponseCookie keep(HttpServletRequest request, String purpose) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(purpose.getBytes(StandardCharsets.UTF_8));
        return cookies.kept(request, COOKIE, encoded, KEPT);
    }

    private static Optional<String> decoded(String cookie) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cookie)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
