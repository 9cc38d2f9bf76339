package org.consentledger.http.connection;

import jakarta.validation.constraints.Min;
import java.time.Duration;
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
record ConnectionProperties(
        @Min(1) int headersMax, Duration headerDeadline, DataSize bodyLimit, Duration bodyDeadline) {}
