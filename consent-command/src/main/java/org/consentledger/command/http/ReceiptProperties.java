package org.consentledger.command.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where callers are sent for receipts.
 *
 * @param queryUrl where they reach consent-query; empty for links that begin with their path
 */
@ConfigurationProperties("command")
record ReceiptProperties(@DefaultValue("") String queryUrl) {

    ReceiptProperties {
        var _ = ReceiptLinks.at(queryUrl);
    }
}
