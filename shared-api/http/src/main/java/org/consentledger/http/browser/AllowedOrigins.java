package org.consentledger.http.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.consentledger.setting.SettingException;

/** The origins (RFC 6454, section 6.2) of pages that may call from other hosts; each is exactly one. */
final class AllowedOrigins {

    private AllowedOrigins() {}

    /** @throws SettingException if one of them is anything else than scheme, host and perhaps port */
    static List<String> of(List<String> origins) {
        return origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(AllowedOrigins::exact)
                .toList();
    }

    private static String exact(String origin) {
        if (!isExact(origin)) {
            throw new SettingException("HTTP_CORS_ORIGINS holds " + origin
                    + ", which is no origin: each must be scheme and host in lower case, with a port if it is not the"
                    + " usual one, such as https://desk.example.com; patterns and * are not taken.");
        }
        return origin;
    }

    /** As a browser writes it: nothing but scheme, host and port can be in it, and the usual port is left out. */
    private static boolean isExact(String origin) {
        try {
            var uri = new URI(origin);
            var scheme = String.valueOf(uri.getScheme());
            var usual = scheme.equals("https") ? 443 : 80;
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getPort() != usual
                    && origin.equals(origin.toLowerCase(Locale.ROOT))
                    && origin.equals(scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
