package org.consentledger.query.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about reports.
 *
 * @param concurrency how many may be made at the same time; each takes memory and a processor while it lasts
 */
@Validated
@ConfigurationProperties("report")
record ReportProperties(
        @DefaultValue("4") @Min(1) @Max(1_000) int concurrency) {}
