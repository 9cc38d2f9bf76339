package org.consentledger.query.report;

import org.consentledger.query.log.LogKeys;
import org.consentledger.query.receipt.ControllerProperties;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what is reported (GDPR Art. 4(7)).
 *
 * @param name as people know it; the log's origin if no name was set
 * @param contact where a person turns to; null if none was set
 * @param url the controller's page on privacy; null if none was set
 */
public record Controller(
        String name, @Nullable String contact, @Nullable String url) {

    /** As the settings have it. */
    public static Controller of(ControllerProperties properties, LogKeys keys) {
        var name = properties.name();
        return new Controller(name == null ? keys.origin() : name, properties.contact(), properties.url());
    }
}
