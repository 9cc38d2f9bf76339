package org.consentledger.http.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds what Spring Boot has no property for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedHeads(ConnectionProperties limits) {
        return factory -> {
            factory.setProtocol(DeadlineProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(handler -> {
                if (handler instanceof DeadlineProtocol protocol) {
                    protocol.setMaxHeaderCount(limits.headersMax());
                    protocol.setHeaderDeadline(limits.headerDeadline());
                }
            });
        };
    }

    /** What may be read for nothing is what could have been read for something. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedRests(ConnectionProperties limits) {
        return factory ->
                factory.addEngineValves(new UnreadBodyValve(limits.bodyLimit().toBytes(), limits.bodyDeadline()));
    }
}
