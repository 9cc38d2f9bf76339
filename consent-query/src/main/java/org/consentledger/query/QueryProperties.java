package org.consentledger.query;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about the query service besides its ports and its database.
 *
 * @param readYourWritesTimeout how long a query with a minPosition waits before it answers 503
 * @param checkpointTimeout how long a receipt waits for a checkpoint that covers its event before it answers 503
 * @param streamsMax how many event streams may follow the ledger at the same time
 * @param exportsMax how many finite exports of events may be written at the same time
 * @param streamPatience how long a caller of either may keep the service waiting with one batch of events, besides a second
 *     for each 16 KB of it
 * @param streamHeartbeat how long an event stream is silent before it says that it is still there
 */
@Validated
@ConfigurationProperties("query")
public record QueryProperties(
        @DefaultValue("2s") @Between(from = "1ms", to = "1m")
        Duration readYourWritesTimeout,

        @DefaultValue("5s") @Between(from = "1ms", to = "1m")
        Duration checkpointTimeout,

        @DefaultValue("64") @Between(from = "1", to = "10000")
        int streamsMax,

        @DefaultValue("8") @Between(from = "1", to = "10000")
        int exportsMax,

        @DefaultValue("30s") @Between(from = "1s", to = "10m")
        Duration streamPatience,

        @DefaultValue("5s") @Between(from = "1s", to = "1m") Duration streamHeartbeat) {}
