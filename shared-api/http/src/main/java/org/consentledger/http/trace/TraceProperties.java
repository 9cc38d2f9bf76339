package org.consentledger.http.trace;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.consentledger.setting.Between;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where spans are sent, and of how many requests.
 *
 * @param url of a collector that takes OTLP over HTTP, path included; empty to send none
 * @param sampled share of the requests without a trace of their caller that begin one
 */
@Validated
@ConfigurationProperties("traces")
record TraceProperties(
        @DefaultValue("") String url,

        @DefaultValue("0.01") @Between(from = "0", to = "1") BigDecimal sampled) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws SettingException if the address is neither empty nor a collector's */
    TraceProperties {
        if (!url.isBlank() && !isCollector(parsed(url))) {
            throw new SettingException("LEDGER_TRACES_URL must be where a collector takes OTLP over HTTP, such as"
                    + " http://localhost:4318/v1/traces, without user, query or fragment.");
        }
    }

    /** The collector's address; null if spans are sent nowhere. */
    @Nullable URI collector() {
        return url.isBlank() ? null : parsed(url);
    }

    private static boolean isCollector(@Nullable URI uri) {
        return uri != null
                && uri.getHost() != null
                && SCHEMES.contains(uri.getScheme())
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
