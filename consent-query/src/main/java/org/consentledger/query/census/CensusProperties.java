package org.consentledger.query.census;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the consents in force are counted.
 *
 * @param interval from one count to the next
 */
@Validated
@ConfigurationProperties("query.census")
record CensusProperties(
        @DefaultValue("15s") @Between(from = "10ms", to = "1h")
        Duration interval) {}
