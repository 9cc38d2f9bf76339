package org.consentledger.http.path;

import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What addresses may hold.
 *
 * @param uriLimit longest path and query together; the whole head has 16 KB
 */
@Validated
@ConfigurationProperties("http")
record PathProperties(@Between(from = "256B", to = "16KB") DataSize uriLimit) {}
