package org.consentledger.http.drain;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a service that is told to stop goes on answering.
 *
 * @param drainDelay from the moment at which it says that it is not ready until it takes no new requests: as long as whoever
 *     distributes requests may take to notice
 */
@Validated
@ConfigurationProperties("http")
record DrainProperties(
        @DefaultValue("0s") @Between(from = "0s", to = "5m") Duration drainDelay) {}
