package org.consentledger.http.concurrency;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is handled at the same time.
 *
 * @param concurrency requests
 */
@Validated
@ConfigurationProperties("http")
record ConcurrencyProperties(@Min(1) int concurrency) {}
