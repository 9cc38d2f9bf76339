package org.consentledger.http.browser;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages may call from a browser.
 *
 * @param corsOrigins origins on other hosts, each exactly one
 * @param ownOrigin the service's own, where a proxy that ends TLS makes it look like another; empty otherwise
 */
@ConfigurationProperties("http")
record OriginProperties(
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("") String ownOrigin) {

    OriginProperties {
        corsOrigins = AllowedOrigins.of(corsOrigins);
    }
}
