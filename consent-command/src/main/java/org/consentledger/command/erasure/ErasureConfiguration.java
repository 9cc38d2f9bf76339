package org.consentledger.command.erasure;

import java.time.Clock;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.CommandMeters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureProperties.class)
class ErasureConfiguration {

    @Bean
    Erasures erasures(JdbcClient jdbc) {
        return new Erasures(jdbc);
    }

    @Bean
    ErasureSweep erasureSweep(Erasures erasures, CommandDesk desk, CommandMeters commands, Clock clock) {
        commands.expect(ErasureSweep.COMMAND);
        return new ErasureSweep(erasures, desk, clock);
    }
}
