package org.consentledger.http.rate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often one caller may ask.
 *
 * @param rateLimit requests in a second from one client
 * @param failedAuthentications answers 401 in a minute to one address
 */
@Validated
@ConfigurationProperties("http")
record RateProperties(
        @Min(1) @Max(100_000_000) long rateLimit,
        @Min(1) @Max(100_000_000) long failedAuthentications) {}
