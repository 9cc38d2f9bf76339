package org.consentledger.command.expiry;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often consents that ended are looked for; decisions never wait for it.
 *
 * @param expiryInterval from the end of one look to the next
 */
@Validated
@ConfigurationProperties("command")
record ExpiryProperties(@Between(from = "10ms", to = "1h") Duration expiryInterval) {}
