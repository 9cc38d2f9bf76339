package org.consentledger.query.decision;

import java.nio.file.Path;
import java.util.List;
import org.consentledger.register.LegalRegister;
import org.consentledger.setting.SettingFile;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionConfiguration.Properties.class)
class DecisionConfiguration {

    /** @param previousLegalRegisters files that were the legal register when decisions were made */
    @ConfigurationProperties("decision")
    record Properties(@DefaultValue List<Path> previousLegalRegisters) {

        Properties {
            previousLegalRegisters.forEach(file -> SettingFile.readable("LEDGER_PREVIOUS_LEGAL_REGISTERS", file));
        }
    }

    @Bean
    LegalRegistersAtHand legalRegistersAtHand(LegalRegister current, Properties properties) {
        return new LegalRegistersAtHand(current, properties.previousLegalRegisters());
    }
}
