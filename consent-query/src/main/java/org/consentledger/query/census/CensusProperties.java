package org.consentledger.query.census;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the consents in force are counted.
 *
 * @param interval from one count to the next
 */
@Validated
@ConfigurationProperties("census")
record CensusProperties(
        @DefaultValue("15s") @DurationMin(millis = 10) Duration interval) {}
