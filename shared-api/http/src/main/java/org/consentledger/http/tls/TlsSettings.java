package org.consentledger.http.tls;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.consentledger.setting.SettingException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes of {@code HTTP_TLS_CERTIFICATE} and {@code HTTP_TLS_PRIVATE_KEY} a bundle of Spring Boot's, which both ports use and
 * which is read again when the files change. Without the two nothing is encrypted.
 */
final class TlsSettings implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "http";

    /** What RFC 9325 recommends: forward secrecy and authenticated encryption, nothing else. */
    private static final String CIPHERS = String.join(
            ",",
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** When all that can be configured is known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var properties = Binder.get(environment).bindOrCreate("http.tls", TlsProperties.class);
        var certificate = properties.certificate();
        var privateKey = properties.privateKey();
        if (certificate.isBlank() && privateKey.isBlank()) {
            return;
        }
        if (certificate.isBlank() || privateKey.isBlank()) {
            throw new SettingException("only one of HTTP_TLS_CERTIFICATE and HTTP_TLS_PRIVATE_KEY is set: set both,"
                    + " or neither for a service that encrypts nothing.");
        }
        var files = TlsFiles.read(certificate, privateKey);
        environment.getPropertySources().addLast(new MapPropertySource("tls", properties(environment, files)));
    }

    private static Map<String, Object> properties(ConfigurableEnvironment environment, TlsFiles files) {
        var bundle = "spring.ssl.bundle.pem." + BUNDLE;
        var properties = new HashMap<String, Object>();
        properties.put(bundle + ".keystore.certificate", location(files.certificate()));
        properties.put(bundle + ".keystore.private-key", location(files.privateKey()));
        // files are renewed one after the other: what does not belong together yet is not taken
        properties.put(bundle + ".keystore.verify-keys", "true");
        properties.put(bundle + ".reload-on-update", "true");
        properties.put(bundle + ".options.enabled-protocols", "TLSv1.3,TLSv1.2");
        properties.put(bundle + ".options.ciphers", CIPHERS);
        properties.put("server.ssl.bundle", BUNDLE);
        if (environment.containsProperty("management.server.port")) {
            properties.put("management.server.ssl.bundle", BUNDLE);
        }
        return properties;
    }

    private static String location(Path file) {
        return file.toUri().toString();
    }
}
