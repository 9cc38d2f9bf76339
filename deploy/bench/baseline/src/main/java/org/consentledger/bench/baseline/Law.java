package org.consentledger.bench.baseline;

import java.time.Clock;
import java.util.List;
import org.consentledger.register.LegalRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules need besides facts. */
@Configuration(proxyBeanMethods = false)
class Law {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Empty: the transfers of the bench stay within a home area named by its countries. */
    @Bean
    LegalRegister legalRegister() {
        return new LegalRegister("bench", List.of(), List.of(), List.of());
    }
}
