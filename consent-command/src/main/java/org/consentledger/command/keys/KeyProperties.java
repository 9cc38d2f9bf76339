package org.consentledger.command.keys;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often keys are looked for that are encrypted with an earlier key-encryption key.
 *
 * @param keyRotationInterval from the end of one look to the next
 */
@Validated
@ConfigurationProperties("command")
record KeyProperties(@Between(from = "1s", to = "1d") Duration keyRotationInterval) {}
