package org.consentledger.command.expiry;

import java.time.Clock;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.CommandMeters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExpiryProperties.class)
@EnableScheduling
class ExpiryConfiguration {

    @Bean
    ConsentsDue consentsDue(JdbcClient jdbc) {
        return new ConsentsDue(jdbc);
    }

    @Bean
    ExpirySweep expirySweep(ConsentsDue due, CommandDesk desk, CommandMeters commands, Clock clock) {
        commands.expect(ExpirySweep.COMMAND);
        return new ExpirySweep(due, desk, clock);
    }
}
