package org.consentledger.command.erasure;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often erasures are looked after.
 *
 * @param erasureInterval how often erasures that waited for a legal hold are tried again
 * @param keyDestructionInterval how often keys of erased subjects are looked for: a restored backup may have brought some back
 */
@Validated
@ConfigurationProperties("command")
record ErasureProperties(
        @Between(from = "10ms", to = "1h") Duration erasureInterval,
        @Between(from = "1s", to = "1d") Duration keyDestructionInterval) {}
