package org.consentledger.http.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are accepted.
 *
 * @param issuer who issues them: the value of {@code iss}, and where its keys are found unless a file has them
 * @param audience what they must be meant for: a value of {@code aud}
 * @param jwkSetFile the issuer's public keys (RFC 7517); empty to ask the issuer for them
 * @param metricsFrom networks that may read metrics without a token, such as 10.0.0.0/8
 */
@ConfigurationProperties("access")
record AccessProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("") String jwkSetFile,
        @DefaultValue List<String> metricsFrom) {

    AccessProperties {
        var _ = TrustedNetworks.of(metricsFrom);
    }
}
