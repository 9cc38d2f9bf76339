package org.consentledger.standalone.provider;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running OpenID provider: authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core), discovery, and sign-out
 * by the console.
 */
public final class Provider implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Provider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; it answers when this returns. */
    public static Provider start(ProviderSettings settings) {
        return new Provider(new SpringApplicationBuilder(ProviderConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("providerSettings", settings))
                .run(
                        "--spring.application.name=issuer",
                        "--spring.config.name=issuer",
                        "--spring.main.banner-mode=off",
                        "--spring.jmx.enabled=false",
                        "--spring.threads.virtual.enabled=true",
                        // arguments go before the environment, where other services' settings may stand
                        "--server.address=" + settings.address(),
                        "--server.port=" + settings.port(),
                        "--server.servlet.session.timeout=8h",
                        // cookies do not tell ports of a host apart
                        "--server.servlet.session.cookie.name=issuer-session",
                        "--server.servlet.session.cookie.http-only=true",
                        "--server.servlet.session.cookie.same-site=lax",
                        "--spring.lifecycle.timeout-per-shutdown-phase=5s"));
    }

    @Override
    public void close() {
        context.close();
    }
}
