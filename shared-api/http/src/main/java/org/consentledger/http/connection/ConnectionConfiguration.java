package org.consentledger.http.connection;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Bounds what Spring Boot has no property for. */
@Configuration(proxyBeanMethods = false)
public class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedHeads(
            @Value("${http.headers-max}") int headersMax, @Value("${http.header-deadline}") Duration deadline) {
        return factory -> {
            factory.setProtocol(DeadlineProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(handler -> {
                if (handler instanceof DeadlineProtocol protocol) {
                    protocol.setMaxHeaderCount(headersMax);
                    protocol.setHeaderDeadline(deadline);
                }
            });
        };
    }

    /** What may be read for nothing is what could have been read for something. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedRests(
            @Value("${http.body-limit}") DataSize limit, @Value("${http.body-deadline}") Duration deadline) {
        return factory -> factory.addEngineValves(new UnreadBodyValve(limit.toBytes(), deadline));
    }
}
