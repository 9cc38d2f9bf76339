package org.consentledger.http.rate;

import org.consentledger.setting.Between;
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
        @Between(from = "1", to = "100000000") long rateLimit,
        @Between(from = "1", to = "100000000") long failedAuthentications) {}
