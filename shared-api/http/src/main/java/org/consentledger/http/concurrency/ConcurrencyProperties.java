package org.consentledger.http.concurrency;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is handled at the same time.
 *
 * @param concurrency requests
 * @param answerDeadline how long the caller may take to receive its answer
 */
@Validated
@ConfigurationProperties("http")
record ConcurrencyProperties(@Min(1) int concurrency, Duration answerDeadline) {}
