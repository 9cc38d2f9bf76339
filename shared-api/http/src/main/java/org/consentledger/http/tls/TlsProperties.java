package org.consentledger.http.tls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The files by which both ports speak TLS; empty for neither.
 *
 * @param certificate PEM, the service's own certificate first
 * @param privateKey PEM, without a password
 */
@ConfigurationProperties("http.tls")
record TlsProperties(
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey) {}
