package org.consentledger.command.http;

import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.setting.SettingException;

/**
 * Where consent-query gives the receipts of events. A link names an event and nothing of a person.
 *
 * @param base of consent-query, without a slash at the end; empty for links that begin with their path
 */
record ReceiptLinks(String base) {

    private static final String PATH = "/v1/receipts/";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#][^\\s?#]*");

    /**
     * From the setting.
     *
     * @throws SettingException if it is neither empty nor the address of a service
     */
    static ReceiptLinks at(String url) {
        if (!url.isEmpty() && !ADDRESS.matcher(url).matches()) {
            throw new SettingException("LEDGER_QUERY_URL must be where callers reach consent-query, such as"
                    + " https://consent.example.com, without query or fragment.");
        }
        return new ReceiptLinks(url.replaceFirst("/+$", ""));
    }

    List<String> to(List<RecordedEvent> events) {
        return events.stream().map(event -> base + PATH + event.id()).toList();
    }
}
