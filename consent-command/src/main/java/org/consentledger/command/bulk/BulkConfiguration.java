package org.consentledger.command.bulk;

import org.consentledger.command.http.CommandController;
import org.consentledger.http.body.StreamedBody;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulkProperties.class)
class BulkConfiguration {

    /** Whatever else comes to that address is bounded as everywhere. */
    @Bean
    StreamedBody linesOfCommands() {
        return request -> request.getMethod().equals("POST")
                && request.getRequestURI().equals(CommandController.PATH)
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_NDJSON_VALUE);
    }
}
