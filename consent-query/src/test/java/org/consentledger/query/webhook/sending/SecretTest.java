package org.consentledger.query.webhook.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    /** The example that the Standard Webhooks specification itself has. */
    @Test
    void signsAsTheSpecificationsExample() {
        var secret = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.told()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret).asString().doesNotContain("MfKQ");
    }

    @Test
    void twoSecretsSignBesideEachOther() {
        var one = Secret.random();
        var other = Secret.random();
        var message = new Message("id", "application/json", BODY, List.of(one, other));

        assertThat(message.signatures(7))
                .isEqualTo(one.signature("id", 7, BODY) + " " + other.signature("id", 7, BODY))
                .matches("v1,\\S+ v1,\\S+");
        assertThat(one.bytes()).hasSize(32).isNotEqualTo(other.bytes());
    }
}
