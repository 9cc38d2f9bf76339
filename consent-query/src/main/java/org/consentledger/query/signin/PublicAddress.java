package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where browsers reach the console. What a request says of that is believed for this machine alone: the header Host may
 * name any other host that its sender likes, and would be told to the provider.
 */
@Component
final class PublicAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final @Nullable URI configured;

    /** @throws SettingException if the configured one is no origin with https */
    PublicAddress(SignInProperties properties) {
        this.configured = configured(properties.url());
    }

    /** @throws SettingException if it is no origin with https */
    static @Nullable URI configured(String url) {
        return url.isBlank() ? null : origin(url);
    }

    private static URI origin(String url) {
        try {
            var uri = new URI(url.replaceFirst("/$", ""));
            if (uri.getHost() != null
                    && uri.toString()
                            .equals(of(uri.getScheme(), uri.getHost(), uri.getPort())
                                    .toString())
                    && (uri.getScheme().equals("https")
                            || (uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost())))) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // told below, together with what is none
        }
        throw new SettingException(
                "LEDGER_CONSOLE_URL is no origin with https, such as https://ledger.example.com: it is"
                        + " where browsers reach the console, scheme, host and perhaps port in lower case, without a path.");
    }

    /** As a browser writes an origin: the usual port is left out. */
    private static URI of(String scheme, String host, int port) {
        var isUsual = port < 0 || port == (scheme.equals("https") ? HTTPS : HTTP);
        return URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port));
    }

    /** The console's origin; empty if it is not configured and the request came from elsewhere than this machine. */
    Optional<URI> of(HttpServletRequest request) {
        return Optional.ofNullable(configured)
                .or(() -> Optional.of(asked(request)).filter(origin -> LOOPBACK.contains(origin.getHost())));
    }

    /**
     * The configured origin, if it is one of this machine and the request came by another of this machine's names. Of others a
     * proxy may stand before the console, which keeps from it by which name it was asked.
     */
    Optional<URI> otherName(HttpServletRequest request) {
        var asked = asked(request);
        return Optional.ofNullable(configured)
                .filter(origin -> LOOPBACK.contains(origin.getHost()) && LOOPBACK.contains(asked.getHost()))
                .filter(origin -> !origin.equals(asked));
    }

    /** What the request says that it was sent to. */
    URI asked(HttpServletRequest request) {
        return of(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** Whether browsers speak TLS to it, be it to a proxy before it. */
    boolean isSecure(HttpServletRequest request) {
        return configured == null ? request.isSecure() : configured.getScheme().equals("https");
    }
}
