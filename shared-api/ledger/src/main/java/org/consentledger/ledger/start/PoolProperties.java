package org.consentledger.ledger.start;

import org.consentledger.setting.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is checked of the connection pool's settings before there is a pool.
 *
 * @param maximumPoolSize connections
 */
@Validated
@ConfigurationProperties("spring.datasource.hikari")
public record PoolProperties(
        @Nullable @Between(from = "2", to = "1000") Integer maximumPoolSize) {}
