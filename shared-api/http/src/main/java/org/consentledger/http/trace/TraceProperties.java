package org.consentledger.http.trace;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where spans are sent, and of how many requests.
 *
 * @param url of a collector that takes OTLP over HTTP, path included; empty to send none
 * @param sampled share of the requests without a trace of their caller that begin one, 0 to 1
 */
@ConfigurationProperties("traces")
record TraceProperties(
        @DefaultValue("") String url, @DefaultValue("0.01") String sampled) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * The collector's address; null if spans are sent nowhere.
     *
     * @throws SettingException if it is neither empty nor such an address
     */
    @Nullable URI collector() {
        if (url.isBlank()) {
            return null;
        }
        var uri = parsed();
        if (uri == null
                || uri.getHost() == null
                || !SCHEMES.contains(uri.getScheme())
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new SettingException("LEDGER_TRACES_URL must be where a collector takes OTLP over HTTP, such as"
                    + " http://localhost:4318/v1/traces, without user, query or fragment");
        }
        return uri;
    }

    private @Nullable URI parsed() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** @throws SettingException if it is no share */
    double share() {
        try {
            var share = Double.parseDouble(sampled);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw notAShare(e);
        }
        throw notAShare(null);
    }

    private static SettingException notAShare(@Nullable Throwable cause) {
        var sentence =
                "LEDGER_TRACES_SAMPLED must be a number from 0 to 1, such as 0.01: the share of the requests whose"
                        + " caller has no trace that begin one";
        return cause == null ? new SettingException(sentence) : new SettingException(sentence, cause);
    }
}
