package org.consentledger.query.receipt;

import java.util.regex.Pattern;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who promised what receipts and reports tell of. An empty text counts as none.
 *
 * @param name as people know it
 * @param contact where a person turns to, such as an e-mail address
 * @param url the controller's page on privacy
 */
@ConfigurationProperties("receipt.controller")
public record ControllerProperties(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String url) {

    private static final Pattern WEB_PAGE = Pattern.compile("https?://[^\\s/?#]+(/\\S*)?");

    public ControllerProperties {
        name = orNone(name);
        contact = orNone(contact);
        url = orNone(url);
        if (url != null && !WEB_PAGE.matcher(url).matches()) {
            throw new SettingException(
                    "LEDGER_CONTROLLER_URL is no address of a page, such as https://example.com/privacy.");
        }
    }

    private static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
