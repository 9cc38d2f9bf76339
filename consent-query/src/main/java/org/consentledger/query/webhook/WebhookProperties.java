package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.List;
import org.consentledger.query.webhook.sending.Networks;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about webhooks.
 *
 * @param max how many there may be
 * @param timeout how long a receiver may take to answer, from before the connection on
 * @param retryDelay from a first failed attempt to the second; each later one takes twice as long, half of it at random
 * @param retryDelayMax the longest time between two attempts, unless a receiver asks for more, which it gets up to an hour
 * @param attemptsMax after how many failed attempts an event becomes a dead letter
 * @param secretOverlap how long the secret before a new one signs beside it
 * @param plainHttp whether receivers without TLS may be named: for trials
 * @param addresses networks besides the internet that may be reached, such as 10.1.0.0/16
 */
@Validated
@ConfigurationProperties("webhook")
record WebhookProperties(
        @DefaultValue("100") @Between(from = "1", to = "1000")
        int max,

        @DefaultValue("10s") @Between(from = "100ms", to = "1m")
        Duration timeout,

        @DefaultValue("1s") @Between(from = "1ms", to = "1h")
        Duration retryDelay,

        @DefaultValue("10m") @Between(from = "1ms", to = "1d")
        Duration retryDelayMax,

        @DefaultValue("20") @Between(from = "1", to = "10000")
        int attemptsMax,

        @DefaultValue("24h") @Between(from = "0s", to = "30d")
        Duration secretOverlap,

        @DefaultValue("false") boolean plainHttp,
        @DefaultValue List<String> addresses) {

    WebhookProperties {
        addresses = List.copyOf(addresses);
        var _ = Networks.internetAnd(addresses);
    }

    Networks networks() {
        return Networks.internetAnd(addresses);
    }
}
