package org.consentledger.http.concurrency;

import java.time.Duration;
import org.consentledger.setting.Between;
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
record ConcurrencyProperties(
        @Between(from = "1", to = "100000") int concurrency,
        @Between(from = "1s", to = "1h") Duration answerDeadline) {}
