package org.consentledger.http.connection;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one connection may cost.
 *
 * @param headersMax how many headers a request may have
 * @param headerDeadline how long a request's line and headers may take to arrive
 * @param bodyLimit largest body
 * @param bodyDeadline how long a body may take to arrive
 */
@Validated
@ConfigurationProperties("http")
public record ConnectionProperties(
        @Between(from = "8", to = "1000") int headersMax,
        @Between(from = "1s", to = "10m") Duration headerDeadline,
        @Between(from = "1KB", to = "64MB") DataSize bodyLimit,
        @Between(from = "1s", to = "1h") Duration bodyDeadline) {}
