package org.consentledger.query.report;

import org.consentledger.setting.Between;
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
        @DefaultValue("4") @Between(from = "1", to = "1000") int concurrency) {}
