package org.consentledger.http.management;

import java.util.List;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;

/** What operators see on the management port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServicePort.class, ManagementPort.class})
public class ManagementConfiguration {

    @Bean
    static PortsApart portsApart(Environment environment) {
        return new PortsApart(environment);
    }

    /** Plain JSON, like everywhere else; the web edge has no converter for media types of the framework's own. */
    @Bean
    EndpointMediaTypes endpointMediaTypes() {
        var json = List.of(MediaType.APPLICATION_JSON_VALUE);
        return new EndpointMediaTypes(json, json);
    }
}
