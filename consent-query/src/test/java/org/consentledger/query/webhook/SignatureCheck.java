package org.consentledger.query.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class SignatureCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Whether a request is the ledger's; one that is old may be sent by somebody who saw it. */
    static boolean isGood(String secret, String id, String timestamp, String signatures, byte[] body)
            throws GeneralSecurityException {
        var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        var expected = mac.doFinal(body);
        return Duration.between(sentAt, Instant.now()).abs().compareTo(TOLERANCE) < 0
                && Stream.of(signatures.split(" "))
                        .filter(signature -> signature.startsWith("v1,"))
                        .map(signature -> Base64.getDecoder().decode(signature.substring("v1,".length())))
                        .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
    }

    private SignatureCheck() {}
}
