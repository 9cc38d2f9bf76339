package org.consentledger.command.bulk;

import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What streams of commands may take of this node.
 *
 * @param bulkStreamsMax how many there may be at the same time
 * @param bulkLinesAtWork how many lines of one stream are worked on at the same time
 * @param bulkPatience how long a line is tried again when the ledger cannot take it
 */
@Validated
@ConfigurationProperties("command")
record BulkProperties(
        @Between(from = "1", to = "64") int bulkStreamsMax,
        @Between(from = "1", to = "2000") int bulkLinesAtWork,
        @Between(from = "0s", to = "10m") Duration bulkPatience) {}
